import { createHmac, randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder } from '../createFolder.ts';

/** A key file that is not one; the message says what to do. */
export class BadKeyFile extends Error {}

/**
 * The 32-byte key in a file (as 64 hexadecimal digits), made with mode 0600 when there is none. It seals originals,
 * signs manifests and keys the tokens: keep it out of the folder that is shared, and keep a copy.
 */
export async function readOrMakeKey(path: string): Promise<Buffer> {
  const existing = await readKey(path);
  if (existing !== undefined) return existing;
  await createFolder(dirname(path));
  try {
    const file = await open(path, 'wx', 0o600);
    const key = randomBytes(32);
    await file.writeFile(`${key.toString('hex')}\n`);
    await file.sync();
    await file.close();
    return key;
  } catch (error) {
    // Another process was first: its key is the key.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return (await readKey(path))!;
    throw error;
  }
}

/** The key in a file, or undefined when there is no such file. Throws BadKeyFile when it holds something else. */
export async function readKey(path: string): Promise<Buffer | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  if (!/^[0-9a-f]{64}\s*$/.test(text))
    throw new BadKeyFile(`${path} is not a key file (64 hexadecimal digits). Give another with --key.`);
  return Buffer.from(text.trim(), 'hex');
}

/** A key for one purpose, e.g. `tokens of …`: knowing it does not tell the master key. */
export function derivedKey(key: Uint8Array, purpose: string): Buffer {
  return createHmac('sha256', key).update(purpose).digest();
}
