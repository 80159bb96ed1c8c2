import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as tar from 'tar-stream';
import { syncFolder } from '../../../../recorder/objects/files/syncFolder.ts';
import { type BackupHeader, type Manifest, MEMBERS } from './format.ts';
import { frame } from './frames.ts';
import { pack } from './lock.ts';

/** Takes the members of a back-up, one after the other. */
export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** A source that gives another number of bytes fails. */
  addStream(name: string, size: number, source: AsyncIterable<Uint8Array>): Promise<void>;
}

export interface ArchiveOptions {
  header: BackupHeader;
  passphrase: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Writes a back-up's file: what `fill` adds, then the manifest. The file is there whole and safe on disk, or not at all;
 * one that was there is replaced only then. Memory does not grow with it.
 *
 * @returns its size in bytes, and the manifest
 */
export async function writeArchive(
  path: string,
  { header, passphrase, signal }: ArchiveOptions,
  fill: (writer: ArchiveWriter) => Promise<Omit<Manifest, 'members'>>,
): Promise<{ bytes: number; manifest: Manifest }> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(part, 'wx', 0o600);
  const headerBytes = Buffer.from(JSON.stringify(header));
  const archive = tar.pack();
  const members: Manifest['members'] = [];
  const writer = memberWriter(archive, members, new Date(header.createdAt));
  const filling = fill(writer).then(
    async rest => {
      const manifest: Manifest = { ...rest, members: [...members] };
      await writer.add(MEMBERS.manifest, Buffer.from(JSON.stringify(manifest)));
      archive.finalize();
      return manifest;
    },
    error => {
      archive.destroy(error);
      throw error;
    },
  );
  try {
    const packed = pack(archive as AsyncIterable<Uint8Array>, { lock: header.lock, passphrase, headerBytes });
    const writing = (async () => {
      for await (const bytes of frame(headerBytes, packed)) {
        signal?.throwIfAborted();
        await file.writeFile(bytes);
      }
    })();
    writing.catch(error => archive.destroy(error));
    const [manifest] = await Promise.all([filling, writing]);
    await file.sync();
    const { size } = await file.stat();
    await rename(part, path);
    await syncFolder(dirname(path));
    return { bytes: size, manifest };
  } finally {
    await file.close();
    await rm(part, { force: true });
    await filling.catch(() => undefined);
  }
}

function memberWriter(archive: tar.Pack, members: Manifest['members'], mtime: Date): ArchiveWriter {
  const addStream: ArchiveWriter['addStream'] = async (name, size, source) => {
    const hash = createHash('sha256');
    const entry = archive.entry({ name, size, mtime, mode: 0o600 });
    await pipeline(
      source,
      async function* (parts) {
        for await (const part of parts) {
          hash.update(part as Uint8Array);
          yield part;
        }
      },
      entry,
    );
    members.push({ name, bytes: size, sha256: hash.digest('hex') });
  };
  return { addStream, add: (name, bytes) => addStream(name, bytes.length, Readable.from([bytes])) };
}
