import type { VersionRow } from './suspect.ts';

/** Names for programs; they stay as they are in every language. */
const MEASURES = ['requests', 'errors', 'p50Us', 'p90Us', 'p95Us', 'p99Us'] as const;

/** The columns of a saved table with the measures in a stretch and before it. */
export const MEASURE_COLUMNS: readonly string[] = ['', '_before'].flatMap(suffix =>
  MEASURES.map(name => `${name.replace(/Us$/, '_us')}${suffix}`),
);

/** The cells for them. */
export const measureCells = ({ now, before }: Pick<VersionRow, 'now' | 'before'>): (number | null)[] =>
  [now, before].flatMap(measures => MEASURES.map(name => measures?.[name] ?? null));
