import type { Readable } from 'node:stream';
import { sealStream, unsealStream } from '../freeze/sealStream.ts';
import type { ObjectStore, StoredObject } from './objectStore.ts';

/** An original that lies sealed in the store. */
export interface SealedObject {
  /** Of the original's own bytes. */
  sha256: string;
  bytes: number;
  /** Of what lies in the store. */
  sealed: StoredObject;
}

export interface SealOptions {
  /** 32 bytes. */
  key: Uint8Array;
  prefix: string;
  signal?: AbortSignal | undefined;
}

/**
 * Seals a stream of any length into the store; nothing of it is ever there unsealed. Throws StorageUnavailable, and
 * whatever the source throws.
 */
export async function sealObject(
  store: ObjectStore,
  source: AsyncIterable<Uint8Array>,
  { key, prefix, signal }: SealOptions,
): Promise<SealedObject> {
  const original = { sha256: '', bytes: 0 };
  const sealed = await store.put(
    sealStream(source, key, found => Object.assign(original, found)),
    { prefix, signal },
  );
  return { ...original, sealed };
}

/** Opens what `sealObject` put. Throws ObjectMissing; the stream fails with SealBroken or ObjectDamaged. */
export async function unsealObject(
  store: ObjectStore,
  objectKey: string,
  { key, signal }: Pick<SealOptions, 'key' | 'signal'>,
): Promise<Readable> {
  return unsealStream(await store.get(objectKey, { signal }), key);
}
