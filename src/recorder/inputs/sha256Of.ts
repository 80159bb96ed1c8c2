import { createHash, hash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Up to this size a file is hashed in one go: a stream for each of many small files costs far more than the hash. */
const SMALL = 256 * 1024;

/** SHA-256 of a file's bytes, hexadecimal; large files are read as a stream. */
export async function sha256Of(location: string): Promise<string> {
  if (statSync(location).size <= SMALL) return hash('sha256', readFileSync(location));
  const streamed = createHash('sha256');
  await pipeline(createReadStream(location, { highWaterMark: 2 ** 20 }), streamed);
  return streamed.digest('hex');
}
