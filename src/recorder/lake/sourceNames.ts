import type { Micros } from '../../core/record.ts';

/** A file that was read, or a part of it, with the times it holds. */
export interface ReadFile {
  path: string;
  from: Micros | null;
  to: Micros | null;
}

/** What log rotation and packing add to a name: `.1`, `-20230130`, `.2023-01-30_13`, `.gz`. */
const ROTATION = /(?:\.(?:gz|zst|zip|bz2|xz)|\.\d{1,3}|[.-]\d{4}-?\d{2}-?\d{2}(?:[T_-]?\d{2,6})?)$/;

/** Files of one log may overlap by this share of the shorter: rotation is not instant, and lines come late. */
const OVERLAP = 0.05;

/**
 * The source of each file's records, for records that name none. It is the file's path, but the parts of one log have
 * one source: rotations of a file, and files in one folder whose names differ in numbers only and whose times follow
 * one another (`logs/12_06_log.csv` and `logs/12_07_log.csv` are `logs/#_#_log.csv`).
 */
export function sourceNames(files: readonly ReadFile[]): Map<string, string> {
  const names = new Map(files.map(({ path }) => [path, withoutRotation(path)]));
  const byPattern = Map.groupBy(wholeFiles(files), ({ path }) => maskNumbers(names.get(path)!));
  for (const [pattern, group] of byPattern) {
    if (new Set(group.map(({ path }) => names.get(path))).size < 2 || !followEachOther(group)) continue;
    for (const { path } of group) names.set(path, pattern);
  }
  return names;
}

/** Parts of one file joined. */
function wholeFiles(parts: readonly ReadFile[]): ReadFile[] {
  const times = (values: (Micros | null)[]): Micros[] => values.filter(value => value !== null);
  return Array.from(
    Map.groupBy(parts, ({ path }) => path),
    ([path, own]) => {
      const known = times(own.flatMap(({ from, to }) => [from, to]));
      return {
        path,
        from: known.length ? Math.min(...known) : null,
        to: known.length ? Math.max(...known) : null,
      };
    },
  );
}

function withoutRotation(path: string): string {
  let name = path;
  for (let rotation = ROTATION.exec(name); rotation !== null; rotation = ROTATION.exec(name)) {
    const shorter = name.slice(0, rotation.index);
    if (shorter === '' || shorter.endsWith('/')) return name;
    name = shorter;
  }
  return name;
}

/** Numbers in the last part of a path, as `#`. */
function maskNumbers(path: string): string {
  const start = path.lastIndexOf('/') + 1;
  return path.slice(0, start) + path.slice(start).replace(/\d+/g, '#');
}

function followEachOther(files: readonly ReadFile[]): boolean {
  const ranges = files
    .flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]))
    .sort((a, b) => a.from - b.from);
  return ranges.every(({ from, to }, i) => {
    const before = ranges[i - 1];
    if (before === undefined) return true;
    const shorter = Math.min(before.to - before.from, to - from);
    return before.to - from <= shorter * OVERLAP;
  });
}
