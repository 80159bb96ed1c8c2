import type { z } from 'zod';
import type { clockReport } from '../../../contract/readingResults.ts';

export type Clock = z.infer<typeof clockReport>['clocks'][number];

const endOf = ({ from, to, offsetUs, driftPpm }: Clock['segments'][number]): number =>
  offsetUs + (driftPpm * (Date.parse(to) - Date.parse(from))) / 1000;

/** Offsets at both ends of each segment, with the ± that holds for it; microseconds. */
export const spansOf = (clock: Clock) =>
  clock.segments.map(segment => ({
    from: Date.parse(segment.from),
    to: Date.parse(segment.to),
    begin: segment.offsetUs,
    end: endOf(segment),
    doubt: segment.uncertaintyUs,
  }));

/** Microseconds that the farthest interval reaches from zero: pictures of several clocks share it. */
export const reachOf = (clocks: readonly Clock[]): number =>
  Math.max(
    1,
    ...clocks.flatMap(clock =>
      spansOf(clock).map(({ begin, end, doubt }) => Math.max(Math.abs(begin), Math.abs(end)) + doubt),
    ),
  );
