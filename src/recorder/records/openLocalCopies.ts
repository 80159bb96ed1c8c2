import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { onDisk } from '../objects/files/onDisk.ts';
import type { ObjectStore } from '../objects/objectStore.ts';

/** Objects as files of this machine: the engine reads files, and a bucket is far away. */
export interface LocalCopies {
  /** Where the object lies; copied when it is first asked for. Throws what the store throws. */
  pathOf(key: string): Promise<string>;
}

export interface LocalCopiesOptions {
  objects: ObjectStore;
  folder: string;
  /** Bytes kept in all; what was not used for longest goes first. */
  most?: number;
}

/** Opens the folder of copies. What is in it can always be made again. */
export function openLocalCopies({ objects, folder, most = 4 * 2 ** 30 }: LocalCopiesOptions): LocalCopies {
  const underWay = new Map<string, Promise<string>>();

  async function copy(key: string): Promise<string> {
    const path = join(folder, basename(key));
    const now = new Date();
    // A copy was compared with its hash before it got its name; it is marked as used.
    if (await utimes(path, now, now).then(() => true, isMissing)) return path;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const partial = join(folder, `${randomUUID()}.partial`);
    try {
      await onDisk(folder, async () =>
        pipeline(await objects.get(key), createWriteStream(partial, { mode: 0o600 })),
      );
      await rename(partial, path);
    } finally {
      await rm(partial, { force: true });
    }
    await makeRoom(folder, most);
    return path;
  }

  return {
    pathOf(key) {
      const copying = underWay.get(key) ?? copy(key).finally(() => underWay.delete(key));
      underWay.set(key, copying);
      return copying;
    },
  };
}

function isMissing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT') return false;
  throw error;
}

/** A file that goes while it is read stays readable to whoever has it open. */
async function makeRoom(folder: string, most: number): Promise<void> {
  const names = (await readdir(folder)).filter(name => !name.endsWith('.partial'));
  const files = await Promise.all(
    names.map(async name => {
      const info = await stat(join(folder, name)).catch(() => undefined);
      return { path: join(folder, name), bytes: info?.size ?? 0, usedAt: info?.mtimeMs ?? 0 };
    }),
  );
  files.sort((one, other) => other.usedAt - one.usedAt);
  let kept = 0;
  for (const [place, { path, bytes }] of files.entries()) {
    kept += bytes;
    // The newest one was asked for just now, however large it is.
    if (kept > most && place > 0) await rm(path, { force: true });
  }
}
