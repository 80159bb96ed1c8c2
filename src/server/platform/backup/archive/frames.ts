/**
 * The frame of a back-up's file. What stands between header and trailer is a tar in one zstd frame, so `zstd -d | tar -t`
 * lists a back-up that is not encrypted: header and trailer are skippable frames (RFC 8878, 3.1.2), which zstd passes over.
 *
 *     header   5a 2a 4d 18 · 4 bytes length · JSON
 *     payload  zstd(tar), or a sealed stream of the tar
 *     trailer  5b 2a 4d 18 · 20 00 00 00 · SHA-256 of all before
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { BadBackup } from '../badBackup.ts';

const HEADER_MAGIC = 0x184d2a5a;
const TRAILER_MAGIC = 0x184d2a5b;
const PREFIX_BYTES = 8;
const DIGEST_BYTES = 32;
const TRAILER_BYTES = PREFIX_BYTES + DIGEST_BYTES;
const MOST_HEADER_BYTES = 64 * 1024;

/** Where the payload lies in a file whose digest was found to be right. */
export interface Framed {
  header: unknown;
  headerBytes: Buffer;
  /** Half-open. */
  payload: { from: number; to: number };
}

const NOT_OURS = 'is not a back-up of Afterword';
const DAMAGED =
  'is damaged or was cut: its bytes are not those that were written. Use another copy, or an older back-up';

/** Header, payload and trailer as one stream. */
export async function* frame(
  headerBytes: Buffer,
  payload: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  const header = skippable(HEADER_MAGIC, headerBytes);
  hash.update(header);
  yield header;
  for await (const part of payload) {
    hash.update(part);
    yield part;
  }
  yield skippable(TRAILER_MAGIC, hash.digest());
}

function skippable(magic: number, content: Buffer): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32LE(magic, 0);
  prefix.writeUInt32LE(content.length, 4);
  return Buffer.concat([prefix, content]);
}

/**
 * Reads a file's frame and its every byte.
 *
 * @throws BadBackup when it is none, or not as it was written
 */
export async function readFrame(path: string): Promise<Framed> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const headerBytes = await readHeader(file, path, size);
    const trailer = await readAt(file, size - TRAILER_BYTES, TRAILER_BYTES);
    const digest = await digestOf(path, size - TRAILER_BYTES);
    if (trailer.readUInt32LE(0) !== TRAILER_MAGIC || !skippable(TRAILER_MAGIC, digest).equals(trailer))
      throw new BadBackup(`${path} ${DAMAGED}.`);
    const payload = { from: PREFIX_BYTES + headerBytes.length, to: size - TRAILER_BYTES };
    return { header: JSON.parse(headerBytes.toString()), headerBytes, payload };
  } finally {
    await file.close();
  }
}

async function readHeader(file: FileHandle, path: string, size: number): Promise<Buffer> {
  if (size < PREFIX_BYTES) throw new BadBackup(`${path} ${NOT_OURS}.`);
  const prefix = await readAt(file, 0, PREFIX_BYTES);
  if (prefix.readUInt32LE(0) !== HEADER_MAGIC) throw new BadBackup(`${path} ${NOT_OURS}.`);
  const length = prefix.readUInt32LE(4);
  if (length > MOST_HEADER_BYTES || PREFIX_BYTES + length + TRAILER_BYTES > size)
    throw new BadBackup(`${path} ${DAMAGED}.`);
  return readAt(file, PREFIX_BYTES, length);
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, from);
  return buffer;
}

async function digestOf(path: string, bytes: number): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path, { end: bytes - 1 })) hash.update(part as Buffer);
  return hash.digest();
}
