import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { sha256OfKey } from './objectKey.ts';
import { ObjectDamaged } from './objectStore.ts';

/** Passes a whole object on, and fails with ObjectDamaged at its end when its bytes are not those of its name. */
export function verifyObject(key: string): Transform {
  const hash = createHash('sha256');
  return new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      hash.update(chunk);
      next(null, chunk);
    },
    flush(next) {
      const found = hash.digest('hex');
      next(found === sha256OfKey(key) ? null : new ObjectDamaged(key, found));
    },
  });
}
