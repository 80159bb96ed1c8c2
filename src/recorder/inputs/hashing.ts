import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Passes bytes on unchanged; at their end tells `done` their SHA-256 (hexadecimal) and how many they were. */
export function hashing(done: (sha256: string, bytes: number) => void): Transform {
  const hash = createHash('sha256');
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      next(null, chunk);
    },
    flush(next) {
      done(hash.digest('hex'), bytes);
      next();
    },
  });
}
