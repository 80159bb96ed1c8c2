import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import { makeFolder } from '../files/makeFolder.ts';
import { onDisk } from '../files/onDisk.ts';
import { sweepFolder } from '../files/sweepFolder.ts';
import { writeTemporary } from '../files/writeTemporary.ts';
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
import { abortedBy, type Bucket } from './bucket.ts';
import { type BucketConfiguration, bucketClient } from './bucketClient.ts';
import { explainBucket } from './explainBucket.ts';
import { readAhead } from './readAhead.ts';
import { sweepUploads } from './sweepUploads.ts';
import { PART_BYTES, uploadFile } from './uploadFile.ts';
import { withinDeadline } from './withinDeadline.ts';

/**
 * Objects in a bucket, which several servers may share. An object's name is the hash of its bytes, known only at their
 * end: up to one part of a stream waits in memory, a longer one in a private temporary file. The bucket shows an object
 * only when all of it has arrived.
 */
export class BucketStore implements ObjectStore {
  readonly #bucket: Bucket;
  readonly #folder: string;

  private constructor(bucket: Bucket, folder: string) {
    this.#bucket = bucket;
    this.#folder = folder;
  }

  /** `folder`: for streams that are being hashed. Throws StorageUnavailable when it cannot be made. */
  static async open(configuration: BucketConfiguration, folder: string): Promise<BucketStore> {
    await onDisk(folder, () => makeFolder(folder));
    return new BucketStore({ client: bucketClient(configuration), name: configuration.bucket }, folder);
  }

  async put(
    source: Uint8Array | AsyncIterable<Uint8Array>,
    { prefix, sha256, signal }: PutOptions,
  ): Promise<StoredObject> {
    objectKey(prefix, '');
    const { head, rest } = await readAhead(source, PART_BYTES, signal);
    return rest === undefined
      ? this.#putBytes(head, { prefix, sha256, signal })
      : this.#putStream(rest, { prefix, sha256, signal });
  }

  async #putBytes(body: Uint8Array, { prefix, sha256, signal }: PutOptions): Promise<StoredObject> {
    const found = createHash('sha256').update(body).digest('hex');
    if (sha256 !== undefined && sha256 !== found) throw new WrongContent(sha256, found);
    const key = objectKey(prefix, found);
    const command = new PutObjectCommand({ ...this.#at(key), Body: body });
    await this.#remotely(() => this.#bucket.client.send(command, abortedBy(signal)));
    return { key, bytes: body.byteLength, sha256: found };
  }

  async #putStream(
    source: AsyncIterable<Uint8Array>,
    { prefix, sha256, signal }: PutOptions,
  ): Promise<StoredObject> {
    const { path, ...found } = await onDisk(this.#folder, () => writeTemporary(this.#folder, source, signal));
    try {
      if (sha256 !== undefined && sha256 !== found.sha256) throw new WrongContent(sha256, found.sha256);
      const key = objectKey(prefix, found.sha256);
      await this.#remotely(() => uploadFile(this.#bucket, { key, path, bytes: found.bytes, signal }));
      return { key, ...found };
    } finally {
      await rm(path, { force: true });
    }
  }

  async get(
    key: string,
    { from = 0, to = Number.POSITIVE_INFINITY, signal }: GetOptions = {},
  ): Promise<Readable> {
    if (from === 0 && to === Number.POSITIVE_INFINITY)
      return pipeline(await this.#read(key, undefined, signal), verifyObject(key), () => undefined);
    const info = await this.stat(key);
    if (info === undefined) throw new ObjectMissing(key);
    const end = Math.min(to, info.bytes);
    // A range without a byte cannot be asked for.
    return end <= from ? Readable.from([]) : this.#read(key, `bytes=${from}-${end - 1}`, signal);
  }

  async #read(key: string, range: string | undefined, signal: AbortSignal | undefined): Promise<Readable> {
    const command = new GetObjectCommand({ ...this.#at(key), Range: range });
    const { Body } = await this.#promptly(
      abortSignal => this.#bucket.client.send(command, { abortSignal }).catch(orMissing(key)),
      signal,
    );
    return Readable.from(explained(Body as Readable, this.#bucket), { objectMode: false });
  }

  async stat(key: string): Promise<ObjectInfo | undefined> {
    const command = new HeadObjectCommand(this.#at(key));
    try {
      const found = await this.#promptly(abortSignal =>
        this.#bucket.client.send(command, { abortSignal }).catch(orMissing(key)),
      );
      return { key, bytes: found.ContentLength!, modifiedAt: found.LastModified! };
    } catch (error) {
      if (error instanceof ObjectMissing) return undefined;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand(this.#at(key));
    await this.#promptly(abortSignal => this.#bucket.client.send(command, { abortSignal }));
  }

  async *list(prefix: string): AsyncGenerator<ObjectInfo> {
    const { client, name } = this.#bucket;
    const below = prefix === '' ? {} : { Prefix: `${prefix}/` };
    const pages = paginateListObjectsV2({ client }, { Bucket: name, ...below });
    for (;;) {
      const page = await this.#remotely(() => pages.next());
      if (page.done === true) return;
      for (const { Key, Size, LastModified } of page.value.Contents ?? [])
        if (isObjectKey(Key!)) yield { key: Key!, bytes: Size!, modifiedAt: LastModified! };
    }
  }

  async check(): Promise<void> {
    const { client, name } = this.#bucket;
    const command = new ListObjectsV2Command({ Bucket: name, Prefix: 'check/' });
    await this.#promptly(abortSignal => client.send(command, { abortSignal }));
  }

  async sweep(before: Date): Promise<number> {
    const files = await onDisk(this.#folder, () => sweepFolder(this.#folder, before));
    return files + (await this.#remotely(() => sweepUploads(this.#bucket, before)));
  }

  close(): void {
    this.#bucket.client.destroy();
  }

  #at(key: string): { Bucket: string; Key: string } {
    sha256OfKey(key);
    return { Bucket: this.#bucket.name, Key: key };
  }

  /** For what begins to answer soon, or not at all. */
  #promptly<T>(work: (abortSignal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#remotely(() => withinDeadline(signal, work));
  }

  async #remotely<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw explainBucket(error, this.#bucket.name);
    }
  }
}

/** A connection may break while an object is being read. */
async function* explained(body: Readable, { name }: Bucket): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw explainBucket(error, name);
  }
}

/** The server's answer that there is no such object, in our words. */
const orMissing =
  (key: string) =>
  (error: Error): never => {
    throw ['NoSuchKey', 'NotFound'].includes(error.name) ? new ObjectMissing(key) : error;
  };
