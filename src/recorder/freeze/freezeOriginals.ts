import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Original } from '../inputs/input.ts';
import { sha256Of } from '../inputs/sha256Of.ts';
import { ORIGINALS } from './draftPaths.ts';
import type { ManifestEntry } from './manifest.ts';
import { type Sealed, sealFile } from './sealFile.ts';

/** Keep the originals, encrypted, in the draft's folder; or only their hash and where they lie. */
export type KeepOriginals = 'seal' | 'reference';

export interface FreezeOptions {
  keep: KeepOriginals;
  /** The draft's folder. */
  folder: string;
  key: Uint8Array;
  progress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Files sealed at a time; compression runs on the thread pool. */
const CONCURRENCY = 4;

/** Hashes every original and seals it, or notes where it is. Entries in the order of the originals. */
export async function freezeOriginals(
  originals: readonly Original[],
  options: FreezeOptions,
): Promise<ManifestEntry[]> {
  const { keep, folder, progress, signal } = options;
  if (keep === 'seal') await mkdir(join(folder, ORIGINALS), { recursive: true });
  const total = originals.reduce((sum, { bytes }) => sum + bytes, 0);
  const entries: ManifestEntry[] = [];
  const sealedAs = new Map<string, Sealed>();
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < originals.length) {
      signal?.throwIfAborted();
      const index = next++;
      const original = originals[index]!;
      entries[index] = await freezeOne(original, index, options, sealedAs);
      done += original.bytes;
      progress?.(done, total);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return entries;
}

async function freezeOne(
  original: Original,
  index: number,
  options: FreezeOptions,
  sealedAs: Map<string, Sealed>,
): Promise<ManifestEntry> {
  const { keep, folder, key } = options;
  const { path, location, bytes, modifiedMs } = original;
  const about = { kind: 'original', path, modifiedAt: new Date(modifiedMs).toISOString() } as const;
  if (keep === 'reference')
    return { ...about, sha256: await sha256Of(location), bytes, state: 'referenced', location };
  const unnamed = join(folder, ORIGINALS, `${index}.sealing`);
  const fresh = await sealFile(location, unnamed, key);
  const file = `${ORIGINALS}/${fresh.sha256}.sealed`;
  // Two originals with the same bytes are kept once.
  const sealed = sealedAs.get(fresh.sha256) ?? fresh;
  sealedAs.set(fresh.sha256, sealed);
  if (sealed === fresh) await rename(unnamed, join(folder, file));
  else await rm(unnamed);
  return {
    ...about,
    sha256: sealed.sha256,
    bytes: sealed.bytes,
    state: 'sealed',
    file,
    fileSha256: sealed.sealedSha256,
  };
}
