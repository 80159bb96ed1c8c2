import { FolderStore } from './files/folderStore.ts';
import type { ObjectStore } from './objectStore.ts';
import type { BucketConfiguration } from './s3/bucketClient.ts';

/** Where objects are kept. `folder` of a bucket holds large streams while they are hashed, before they are sent. */
export type ObjectStoreConfiguration =
  | { kind: 'files'; folder: string }
  | ({ kind: 's3'; folder: string } & BucketConfiguration);

/**
 * Opens the store that the configuration names. Throws StorageUnavailable when its folder cannot be used; whether a
 * bucket can be reached is told by `check`, so that a server starts before its bucket does.
 */
export async function openObjectStore(configuration: ObjectStoreConfiguration): Promise<ObjectStore> {
  if (configuration.kind === 'files') return FolderStore.open(configuration.folder);
  // The client is large: it is loaded only where there is a bucket.
  const { BucketStore } = await import('./s3/bucketStore.ts');
  return BucketStore.open(configuration, configuration.folder);
}
