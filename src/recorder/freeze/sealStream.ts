/**
 * The sealed form of originals: zstd, then AES-256-GCM in chunks, so that a file of any size is sealed and opened as a stream and
 * any changed, missing, added or reordered chunk is found.
 *
 *     magic "AWSEAL1\n" · 16 bytes salt · chunks
 *     chunk = 4 bytes length (big-endian, ciphertext with tag; top bit set on the last) · ciphertext · 16 bytes tag
 *
 * The file key is HKDF-SHA-256(master key, salt, "afterword seal"); a chunk's nonce is its number, and its length word
 * is authenticated with it. The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, 2015).
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { hashing } from '../inputs/hashing.ts';

const MAGIC = Buffer.from('AWSEAL1\n');
const SALT_BYTES = 16;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;
const CHUNK = 256 * 1024;
const TAG_BYTES = 16;
const LAST = 0x80000000;
const CIPHER = 'aes-256-gcm';

/** A sealed file that cannot be opened: the wrong key, or bytes that were changed. */
export class SealBroken extends Error {}

const fileKey = (key: Uint8Array, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, 'afterword seal', 32));

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 6, 6);
  return nonce;
}

/** Bytes in, chunks of exactly `CHUNK` bytes out, the last one shorter (or empty). */
async function* inChunks(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ chunk: Buffer; last: boolean }> {
  let waiting = Buffer.alloc(0);
  for await (const part of source) {
    waiting = Buffer.concat([waiting, part]);
    for (; waiting.length > CHUNK; waiting = waiting.subarray(CHUNK))
      yield { chunk: waiting.subarray(0, CHUNK), last: false };
  }
  yield { chunk: waiting, last: true };
}

async function* encrypt(source: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  yield Buffer.concat([MAGIC, salt]);
  const own = fileKey(key, salt);
  let number = 0;
  for await (const { chunk, last } of inChunks(source)) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(((chunk.length + TAG_BYTES) | (last ? LAST : 0)) >>> 0);
    const cipher = createCipheriv(CIPHER, own, nonceOf(number++)).setAAD(length);
    yield Buffer.concat([length, cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  }
}

async function* decrypt(source: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Uint8Array> {
  let waiting = Buffer.alloc(0);
  let own: Buffer | undefined;
  let number = 0;
  let ended = false;
  for await (const part of source) {
    waiting = Buffer.concat([waiting, part]);
    if (own === undefined) {
      if (waiting.length < HEADER_BYTES) continue;
      if (!waiting.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken('this is not a sealed file');
      own = fileKey(key, waiting.subarray(MAGIC.length, HEADER_BYTES));
      waiting = waiting.subarray(HEADER_BYTES);
    }
    while (waiting.length >= 4) {
      const word = waiting.readUInt32BE(0);
      const length = word & ~LAST;
      if (length > CHUNK + TAG_BYTES || length < TAG_BYTES || ended)
        throw new SealBroken('bytes were changed or added');
      if (waiting.length < 4 + length) break;
      yield openChunk(own, number++, waiting.subarray(0, 4), waiting.subarray(4, 4 + length));
      ended = word >= LAST;
      waiting = waiting.subarray(4 + length);
    }
  }
  if (!ended || waiting.length > 0) throw new SealBroken('the end is missing');
}

function openChunk(key: Buffer, number: number, header: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(CIPHER, key, nonceOf(number)).setAAD(header);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealBroken('the key is not the one it was sealed with, or bytes were changed');
  }
}

/**
 * A source, sealed. `key`: 32 bytes. `done` is told what went in before the stream ends; a source that fails makes the
 * stream fail.
 */
export function sealStream(
  source: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  done: (original: { sha256: string; bytes: number }) => void,
): Readable {
  return pipeline(
    source,
    hashing((sha256, bytes) => done({ sha256, bytes })),
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
    compressed => encrypt(compressed, key),
    () => undefined,
  ) as unknown as Readable;
}

/** What was sealed, opened. The stream fails with SealBroken at the first chunk that is not as it was sealed. */
export function unsealStream(source: AsyncIterable<Uint8Array>, key: Uint8Array): Readable {
  return pipeline(
    source,
    sealed => decrypt(sealed, key),
    createZstdDecompress(),
    () => undefined,
  );
}
