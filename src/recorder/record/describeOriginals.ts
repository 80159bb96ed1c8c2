import { dirname } from 'node:path';
import type { Coverage } from '../../core/document/bundle.ts';
import type { Micros } from '../../core/record.ts';
import type { ManifestEntry } from '../freeze/manifest.ts';
import { versionedReaders } from '../readers/versionedReaders.ts';

/** Rows of the coverage with the hash of the original that each came from (an archive's entries share it). */
export function withHashes(coverage: readonly Coverage[], originals: readonly ManifestEntry[]): Coverage[] {
  const hashes = new Map(originals.map(({ path, sha256 }) => [path, sha256]));
  return coverage.map(row => ({ ...row, sha256: hashOf(row.path, hashes) }));
}

function hashOf(path: string, hashes: ReadonlyMap<string, string>): string {
  for (let name = path; name !== '.' && name !== '/'; name = dirname(name)) {
    const hash = hashes.get(name);
    if (hash !== undefined) return hash;
  }
  return '';
}

const isoOf = (at: Micros): string => new Date(Math.floor(at / 1000)).toISOString();

/** An original with what its files were read as, and the times they span. */
export function describeOriginal(entry: ManifestEntry, coverage: readonly Coverage[]): ManifestEntry {
  const rows = coverage.filter(({ path }) => path === entry.path || path.startsWith(`${entry.path}/`));
  const readers: Record<string, number> = {};
  for (const row of rows) {
    for (const [name, records] of Object.entries(row.readers)) {
      const reader = versionedReaders.get(name) ?? name;
      readers[reader] = (readers[reader] ?? 0) + records;
    }
  }
  const times = rows.flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to]));
  if (times.length === 0) return { ...entry, readers };
  return { ...entry, readers, from: isoOf(Math.min(...times)), to: isoOf(Math.max(...times)) };
}
