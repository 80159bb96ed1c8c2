import type { Readable } from 'node:stream';

/** An object as it lies in the store. Its name holds the hash of its bytes, so an object never changes. */
export interface ObjectInfo {
  key: string;
  bytes: number;
  modifiedAt: Date;
}

/** What was put. */
export interface StoredObject {
  key: string;
  bytes: number;
  /** Of the bytes, hexadecimal. */
  sha256: string;
}

export interface PutOptions {
  /** Words of `a-z`, `0-9` and `-` joined by `/`, e.g. `evidence/0199…`. */
  prefix: string;
  /** What the bytes must hash to, when it is known: checked before anything can be seen. */
  sha256?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** A half-open range of bytes; what lies past the end is cut off, as `Buffer.subarray` does. */
export interface GetOptions {
  from?: number | undefined;
  to?: number | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Objects named by what they hold, in a folder or in a bucket. An object is there whole and safe on disk, or not at all;
 * the same bytes put twice, at once or later, are one object. Every method may throw StorageUnavailable.
 */
export interface ObjectStore {
  /** Resolves once the object would survive a loss of power. Throws WrongContent, and whatever the source throws. */
  put(source: Uint8Array | AsyncIterable<Uint8Array>, options: PutOptions): Promise<StoredObject>;
  /** Throws ObjectMissing. A whole object is hashed as it passes: the stream fails with ObjectDamaged at its end. */
  get(key: string, options?: GetOptions): Promise<Readable>;
  stat(key: string): Promise<ObjectInfo | undefined>;
  /** It is no error when there is none. */
  delete(key: string): Promise<void>;
  /** All objects below a prefix (all there are with `''`), in no particular order. */
  list(prefix: string): AsyncIterable<ObjectInfo>;
  /** Throws StorageUnavailable when objects could not be read and put just now. */
  check(): Promise<void>;
  /** Removes what killed writers left unfinished before `before`; never an object. Returns how many. */
  sweep(before: Date): Promise<number>;
  close(): void;
}

/** The store cannot do it now: full, unreachable, not allowed. The message says what to do. */
export class StorageUnavailable extends Error {}

/** No object has this key. */
export class ObjectMissing extends Error {
  constructor(key: string) {
    super(`no object ${key}`);
  }
}

/** The bytes that were put are not those that were announced. Nothing was stored. */
export class WrongContent extends Error {
  constructor(expected: string, found: string) {
    super(`the content's SHA-256 is ${found}, not ${expected} as announced; send it again`);
  }
}

/** An object whose bytes are no longer those that were put. */
export class ObjectDamaged extends Error {
  constructor(key: string, found: string) {
    super(`object ${key} is damaged: its SHA-256 is ${found}; restore it from a back-up`);
  }
}
