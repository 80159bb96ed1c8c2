import type { Micros, Precision } from '../../../core/record.ts';

/** A time as a source wrote it, resolved to UTC. */
export interface Instant {
  at: Micros;
  /** How fine the source wrote it; digits beyond microseconds are cut, not rounded. */
  precision: Precision;
  /** Whether the source said which zone it means (epochs count as zoned). */
  zoned: boolean;
}

/** An instant and where it stands in its line: `line.slice(start, end)`. */
export interface FoundInstant extends Instant {
  start: number;
  end: number;
}
