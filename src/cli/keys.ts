import { randomBytes } from 'node:crypto';
import { readKey, readOrMakeKey } from '../recorder/freeze/sealKey.ts';
import { CommandFailed } from './exit.ts';

/** The key in the file that was asked for, or a fresh one that is not kept. Throws CommandFailed. */
export async function tokenKeyFrom(path: string | undefined): Promise<Buffer> {
  return path === undefined ? randomBytes(32) : readOrMakeKey(path);
}

/** The key that must exist already because it was asked for; undefined when nobody asked and there is none. */
export async function existingKey(path: string | undefined, usual: string): Promise<Buffer | undefined> {
  const key = await readKey(path ?? usual);
  if (key === undefined && path !== undefined) throw new CommandFailed(`${path}: no such key file.`);
  return key;
}
