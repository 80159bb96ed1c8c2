import type { Coverage } from '../../core/document/bundle.ts';
import type { Skipped } from '../inputs/input.ts';
import type { PlannedFile } from './plan.ts';
import type { SegmentResult } from './segment.ts';

/** The coverage table: a row for every file that was read or not, in path order. `sha256` is filled by the freeze. */
export function coverageOf(
  planned: readonly PlannedFile[],
  results: readonly SegmentResult[],
  skipped: readonly Skipped[],
): Coverage[] {
  const byFile = Map.groupBy(results, ({ file }) => file);
  const rows = planned.map((file, index) => row(file, byFile.get(index) ?? []));
  return [...rows, ...skipped.map(skippedRow)].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  );
}

function row(
  { file, facts, time, zoneBasis, notes }: PlannedFile,
  results: readonly SegmentResult[],
): Coverage {
  const readers: Record<string, number> = {};
  const counted: Record<string, number> = {};
  for (const result of results) {
    for (const [reader, count] of Object.entries(result.readers))
      readers[reader] = (readers[reader] ?? 0) + count;
    for (const [sentence, count] of Object.entries(result.notes))
      counted[sentence] = (counted[sentence] ?? 0) + count;
  }
  const sum = (pick: (result: SegmentResult) => number): number =>
    results.reduce((total, result) => total + pick(result), 0);
  return {
    path: file.path,
    sha256: '',
    bytes: file.bytes,
    readers,
    records: sum(result => result.records),
    lines: sum(result => result.lines),
    folded: sum(result => result.folded),
    text: readers.text ?? 0,
    withoutTime: sum(result => result.withoutTime),
    from: least(results.map(({ from }) => from)),
    to: most(results.map(({ to }) => to)),
    zone: zoneBasis === 'none' ? '' : zoneBasis === 'written' ? 'written' : time.zone,
    zoneBasis,
    skipped: file.bytes === 0 ? 'empty' : facts.shape === 'unreadable' ? facts.why : '',
    notes: [
      ...file.notes,
      ...notes,
      ...Object.entries(counted).map(([sentence, count]) => `${count} ${sentence}`),
    ],
  };
}

function skippedRow({ path, bytes, why }: Skipped): Coverage {
  return {
    path,
    sha256: '',
    bytes,
    readers: {},
    records: 0,
    lines: 0,
    folded: 0,
    text: 0,
    withoutTime: 0,
    from: null,
    to: null,
    zone: '',
    zoneBasis: 'none',
    skipped: why,
    notes: [],
  };
}

const present = (values: readonly (number | null)[]): number[] => values.filter(value => value !== null);
const least = (values: readonly (number | null)[]): number | null =>
  present(values).reduce<number | null>((a, b) => (a === null || b < a ? b : a), null);
const most = (values: readonly (number | null)[]): number | null =>
  present(values).reduce<number | null>((a, b) => (a === null || b > a ? b : a), null);
