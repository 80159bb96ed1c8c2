import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { isObjectKey, objectKey, sha256OfKey } from '../objectKey.ts';
import {
  type GetOptions,
  type ObjectInfo,
  ObjectMissing,
  type ObjectStore,
  type PutOptions,
  type StoredObject,
  WrongContent,
} from '../objectStore.ts';
import { verifyObject } from '../verifyObject.ts';
import { makeFolder } from './makeFolder.ts';
import { onDisk } from './onDisk.ts';
import { sweepFolder } from './sweepFolder.ts';
import { syncFolder } from './syncFolder.ts';
import { type Temporary, writeTemporary } from './writeTemporary.ts';

/** Where files are written before they are renamed into place: inside the same file system. */
const INCOMING = '.incoming';

/** Objects as files of one folder, which several processes may share. */
export class FolderStore implements ObjectStore {
  readonly #root: string;
  readonly #incoming: string;

  private constructor(root: string) {
    this.#root = root;
    this.#incoming = join(root, INCOMING);
  }

  /** Opens the folder, made when there is none. Throws StorageUnavailable. */
  static async open(root: string): Promise<FolderStore> {
    const store = new FolderStore(root);
    await store.#do(() => makeFolder(store.#incoming));
    return store;
  }

  async put(
    source: Uint8Array | AsyncIterable<Uint8Array>,
    { prefix, sha256, signal }: PutOptions,
  ): Promise<StoredObject> {
    objectKey(prefix, '');
    const bytes = source instanceof Uint8Array ? Readable.from([source]) : source;
    const written = await this.#do(() => writeTemporary(this.#incoming, bytes, signal));
    try {
      if (sha256 !== undefined && sha256 !== written.sha256) throw new WrongContent(sha256, written.sha256);
      const key = objectKey(prefix, written.sha256);
      await this.#do(() => this.#settle(written, key));
      return { key, bytes: written.bytes, sha256: written.sha256 };
    } catch (error) {
      await rm(written.path, { force: true });
      throw error;
    }
  }

  async #settle({ path }: Temporary, key: string): Promise<void> {
    const target = join(this.#root, key);
    await makeFolder(dirname(target));
    // An object that is there already is replaced by the same bytes: it may have been damaged since.
    await rename(path, target);
    await syncFolder(dirname(target));
  }

  async get(
    key: string,
    { from = 0, to = Number.POSITIVE_INFINITY, signal }: GetOptions = {},
  ): Promise<Readable> {
    const file = await this.#do(() => open(this.#pathOf(key), 'r')).catch(error => {
      throw isMissing(error) ? new ObjectMissing(key) : error;
    });
    if (to <= from) {
      await file.close();
      return Readable.from([]);
    }
    const stream = file.createReadStream({ start: from, end: to - 1, highWaterMark: 2 ** 18, signal });
    const isWhole = from === 0 && to === Number.POSITIVE_INFINITY;
    if (!isWhole) return stream;
    return pipeline(stream, verifyObject(key), () => undefined);
  }

  async stat(key: string): Promise<ObjectInfo | undefined> {
    const path = this.#pathOf(key);
    try {
      const { size, mtime } = await this.#do(() => stat(path));
      return { key, bytes: size, modifiedAt: mtime };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const path = this.#pathOf(key);
    await this.#do(async () => {
      await rm(path, { force: true });
      await syncFolder(dirname(path)).catch(ignoreMissing);
    });
  }

  async *list(prefix: string): AsyncGenerator<ObjectInfo> {
    for await (const path of filesUnder(join(this.#root, prefix))) {
      const key = relative(this.#root, path).split(sep).join('/');
      const info = isObjectKey(key) ? await this.stat(key) : undefined;
      if (info) yield info;
    }
  }

  async check(): Promise<void> {
    const path = join(this.#incoming, `check-${randomUUID()}`);
    await this.#do(async () => {
      await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
      await writeFile(path, 'ready', { mode: 0o600 }).finally(() => rm(path, { force: true }));
    });
  }

  async sweep(before: Date): Promise<number> {
    return this.#do(() => sweepFolder(this.#incoming, before));
  }

  close(): void {}

  #pathOf(key: string): string {
    sha256OfKey(key);
    return join(this.#root, key);
  }

  #do<T>(work: () => Promise<T>): Promise<T> {
    return onDisk(this.#root, work);
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}

/** Streams names, so that a million objects are never held at once. Folders that vanish meanwhile are passed over. */
async function* filesUnder(folder: string): AsyncGenerator<string> {
  const entries = await opendir(folder).catch(ignoreMissing);
  if (!entries) return;
  for await (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}
