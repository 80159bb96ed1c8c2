import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

export interface Temporary {
  path: string;
  sha256: string;
  bytes: number;
}

/** Space is looked at again after so many bytes. */
const ROOM_STEP = 16 * 2 ** 20;
/** The part of the disk, and at most how many bytes, that are left to others: a database on a full disk stops. */
const RESERVE_SHARE = 0.02;
const RESERVE_BYTES = 2 ** 30;

/**
 * Writes a stream to a new private file in `folder`, safe on disk when it returns. Removes the file when the source, the
 * disk or the signal ends it early. Throws what they throw; ENOSPC before the disk is quite full.
 */
export async function writeTemporary(
  folder: string,
  source: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<Temporary> {
  const path = join(folder, randomUUID());
  const file = await open(path, 'wx', 0o600);
  try {
    const written = await writeAll(file, folder, source, signal);
    await file.sync();
    await file.close();
    return { path, ...written };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

async function writeAll(
  file: FileHandle,
  folder: string,
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  let looked = -ROOM_STEP;
  for await (const chunk of source) {
    signal?.throwIfAborted();
    if (bytes - looked >= ROOM_STEP) {
      await leaveRoom(folder);
      looked = bytes;
    }
    hash.update(chunk);
    await writeWhole(file, chunk);
    bytes += chunk.byteLength;
  }
  signal?.throwIfAborted();
  return { sha256: hash.digest('hex'), bytes };
}

/** A write may take a part only, just before the disk is full. */
async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let from = 0; from < chunk.byteLength; )
    from += (await file.write(chunk, from, chunk.byteLength - from)).bytesWritten;
}

async function leaveRoom(folder: string): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(folder);
  if (bavail * bsize > Math.min(blocks * bsize * RESERVE_SHARE, RESERVE_BYTES)) return;
  throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
}
