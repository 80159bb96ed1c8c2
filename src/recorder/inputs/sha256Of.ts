import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file's bytes, hexadecimal, read as a stream. */
export async function sha256Of(location: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(location, { highWaterMark: 2 ** 20 }), hash);
  return hash.digest('hex');
}
