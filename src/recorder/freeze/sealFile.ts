import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { hashing } from '../inputs/hashing.ts';
import { sealStream, unsealStream } from './sealStream.ts';

export interface Sealed {
  /** Of the original's bytes. */
  sha256: string;
  bytes: number;
  /** Of the sealed file. */
  sealedSha256: string;
}

/** Seals a file. `key`: 32 bytes. Errors are those of the file system. */
export async function sealFile(location: string, target: string, key: Uint8Array): Promise<Sealed> {
  const sealed = { sha256: '', bytes: 0, sealedSha256: '' };
  await pipeline(
    sealStream(createReadStream(location, { highWaterMark: 2 ** 20 }), key, original =>
      Object.assign(sealed, original),
    ),
    hashing(sealedSha256 => Object.assign(sealed, { sealedSha256 })),
    createWriteStream(target, { flags: 'wx', mode: 0o600 }),
  );
  return sealed;
}

/** Opens a sealed file into `target`. Throws SealBroken, and then leaves nothing that could be mistaken for the original. */
export async function unsealFile(
  location: string,
  target: string,
  key: Uint8Array,
): Promise<{ sha256: string; bytes: number }> {
  const opened = { sha256: '', bytes: 0 };
  await pipeline(
    unsealStream(createReadStream(location), key),
    hashing((sha256, bytes) => Object.assign(opened, { sha256, bytes })),
    createWriteStream(target, { flags: 'wx', mode: 0o600 }),
  );
  return opened;
}
