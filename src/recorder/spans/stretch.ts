import type { Micros } from '../../core/record.ts';
import { instant } from '../timeline/sql.ts';

/** What is looked at, and what it is compared with; both half-open, by where a span begins. */
export interface Stretch {
  /** Undefined: from the first span on, compared with nothing. */
  from?: Micros | undefined;
  to?: Micros | undefined;
  /** What lies between this and `from` is what it is compared with; undefined: all that comes before. */
  beforeFrom?: Micros | undefined;
}

/** SQL that sorts the `"at"` of a span into 0 (looked at), 1 (compared with) or null. */
export function phaseOf({ from, to, beforeFrom }: Stretch): string {
  const until = to === undefined ? 'true' : `"at" < ${instant(to)}`;
  if (from === undefined) return `case when ${until} then 0 end`;
  const since = beforeFrom === undefined ? 'true' : `"at" >= ${instant(beforeFrom)}`;
  return `case when "at" >= ${instant(from)} then case when ${until} then 0 end when ${since} then 1 end`;
}

/** Callers begin before what they call, and calls may go on behind the end: so much around a stretch is read with it. */
const AROUND_US = 3_600e6;

/** A condition that leaves out spans which tell nothing of a stretch: what lies far from it is then not even read. */
export function nearStretch({ from, to, beforeFrom }: Stretch): string {
  const since =
    from !== undefined && beforeFrom !== undefined && `"at" >= ${instant(beforeFrom - AROUND_US)}`;
  const until = to !== undefined && `"at" < ${instant(to + AROUND_US)}`;
  return [since, until].filter(part => part !== false).join(' and ') || 'true';
}
