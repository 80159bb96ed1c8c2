const PREFIX = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
const KEY = /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/;

/** The key of bytes with this SHA-256: `prefix/ab/ab…`. Throws a RangeError on a prefix that is none. */
export function objectKey(prefix: string, sha256: string): string {
  if (!PREFIX.test(prefix)) throw new RangeError(`not a prefix for objects: ${prefix}`);
  return `${prefix}/${sha256.slice(0, 2)}/${sha256}`;
}

/** The SHA-256 in a key. Throws a RangeError on a text that is no key, so that no path can be smuggled in. */
export function sha256OfKey(key: string): string {
  const sha256 = KEY.exec(key)?.[2];
  if (sha256 === undefined) throw new RangeError(`not an object's key: ${key}`);
  return sha256;
}

/** Whether a name is an object's; whatever else lies in a shared folder or bucket is not ours. */
export const isObjectKey = (name: string): boolean => KEY.test(name);
