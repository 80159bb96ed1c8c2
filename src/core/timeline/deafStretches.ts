import type { Micros } from '../record.ts';
import { bucketStart } from './grid.ts';
import type { Observations, Quiet } from './observation.ts';

/** A stretch in which nothing at all was recorded. */
export interface DeafStretch {
  from: Micros;
  to: Micros;
}

/** Holes in the recording as a whole: logs and spans were there before and came back after. */
export const deafStretches = (seen: Pick<Observations, 'heard' | 'grid' | 'told'>): DeafStretch[] =>
  emptyStretches(seen).filter(({ to }) => seen.told === undefined || to <= seen.told.to);

/** Every stretch without a log line or span from the first thing that was heard on, the end of the export included. */
function emptyStretches({ heard, grid }: Pick<Observations, 'heard' | 'grid'>): DeafStretch[] {
  const stretches: DeafStretch[] = [];
  for (let from = Math.max(0, heard.indexOf(true)); from < heard.length; from++) {
    if (heard[from]) continue;
    let to = from;
    while (to < heard.length && !heard[to]) to++;
    stretches.push({ from: bucketStart(grid, from), to: bucketStart(grid, to) });
    from = to;
  }
  return stretches;
}

/** The silences that are a source's own, not part of a hole in the whole recording nor of the end of the export. */
export function ownSilences(seen: Observations): Quiet[] {
  const holes = emptyStretches(seen);
  const slack = 2 * seen.grid.step;
  return seen.quiets.filter(
    ({ before, after }) =>
      !holes.some(
        hole => before.at <= hole.to + slack && (after?.at ?? Number.MAX_SAFE_INTEGER) >= hole.from - slack,
      ),
  );
}
