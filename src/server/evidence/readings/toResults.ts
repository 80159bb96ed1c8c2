import type { ClockReport, Coverage, Gap, Suspect } from '../../../core/document/bundle.ts';
import { printInstant } from '../../../core/instant.ts';
import type { Micros } from '../../../core/record.ts';

/** Microseconds of the bundle as the contract writes instants. */
export const instantOf = (at: Micros | null | undefined): string | null =>
  at === null || at === undefined ? null : printInstant(Math.round(at));

/** A row of the coverage as the contract shows it. */
export const toCoverageRow = ({ from, to, ...row }: Coverage) => ({
  ...row,
  from: instantOf(from),
  to: instantOf(to),
});

/** A gap as the contract shows it. */
export const toGap = ({ from, to, count, cites: _, ...gap }: Gap) => ({
  ...gap,
  from: instantOf(from),
  to: instantOf(to),
  count: count ?? null,
});

/** What is known of the clocks as the contract shows it. */
export const toClockReport = ({ clocks, ...report }: ClockReport) => ({
  ...report,
  clocks: clocks.map(({ segments, ...clock }) => ({
    ...clock,
    segments: segments.map(segment => ({
      ...segment,
      from: printInstant(Math.round(segment.from)),
      to: printInstant(Math.round(segment.to)),
    })),
  })),
});

/** A suspect as the contract shows it. */
export const toSuspect = (suspect: Suspect) => ({ ...suspect, from: instantOf(suspect.from) });
