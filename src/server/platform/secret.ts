import { hkdfSync, randomBytes } from 'node:crypto';
import { link, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder } from '../../recorder/createFolder.ts';
import { readIfThere } from './readIfThere.ts';

/** Gives a key of 32 bytes for one purpose, e.g. `tokens of incident 0199…`; no key tells anything of another. */
export type DeriveKey = (purpose: string) => Buffer;

/** Derives all keys of a server from one secret. */
export const deriveKeysFrom =
  (secret: string | Buffer): DeriveKey =>
  purpose =>
    Buffer.from(hkdfSync('sha256', secret, 'afterword', purpose, 32));

/** Reads the server's secret, or makes it; of two servers that start at once, one makes it and both read the same. */
export async function readOrMakeSecret(file: string): Promise<string> {
  const there = await readSecret(file);
  if (there !== undefined) return there;
  await createFolder(dirname(file));
  const temporary = `${file}.${process.pid}`;
  const handle = await open(temporary, 'w', 0o600);
  await handle.writeFile(randomBytes(32).toString('base64url'));
  await handle.sync();
  await handle.close();
  // A link fails where a rename would replace: the first one stays.
  await link(temporary, file).catch(error => {
    if (error.code !== 'EEXIST') throw error;
  });
  await unlink(temporary);
  return (await readSecret(file))!;
}

/** A secret that was kept in a file, without the line end that an editor leaves; undefined when there is no such file. */
export const readSecret = async (file: string): Promise<string | undefined> =>
  (await readIfThere(file))?.toString('utf8').trimEnd();
