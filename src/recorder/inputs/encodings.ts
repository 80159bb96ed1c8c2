import { Transform } from 'node:stream';

/** UTF-16 with a byte order mark to UTF-8. */
export function decodeUtf16(encoding: 'utf-16le' | 'utf-16be'): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, Buffer.from(decoder.decode(chunk, { stream: true })));
    },
    flush(done) {
      done(null, Buffer.from(decoder.decode()));
    },
  });
}

/** UTF-8 without the byte order mark that it begins with. */
export function dropBom(): Transform {
  let left = 3;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      const drop = Math.min(left, chunk.byteLength);
      left -= drop;
      done(null, chunk.subarray(drop));
    },
  });
}
