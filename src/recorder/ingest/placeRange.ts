import type { Micros } from '../../core/record.ts';
import type { Range } from '../../core/zones/inferZone.ts';
import type { FileFacts } from './inspectFile.ts';

const DAY_US = 86_400e6;
/** How long after all that is dated ends a log may begin and still be of the same incident. */
const AFTERMATH_US = 31 * DAY_US;

/** What bounds the times of stamps that lack a part. */
export interface Bounds {
  /** Where what is known to be dated ends; undefined when nothing is. */
  latest: Micros | undefined;
  /** When the file was last written. */
  modified: Micros;
}

/**
 * The range of a file's times where its stamps lack the year or the date: moved by whole years, or days, as a whole,
 * so that no file is torn in two. The year is the one that brings it nearest to where all that is dated ends; without
 * such, the last before the file was written.
 */
export function placeRange(range: Range, lacks: FileFacts['lacks'], { latest, modified }: Bounds): Range {
  if (lacks === 'nothing') return range;
  if (lacks === 'date') {
    const days = Math.floor((latest ?? modified) / DAY_US) - Math.floor(range.from / DAY_US);
    return { from: range.from + days * DAY_US, to: range.to + days * DAY_US };
  }
  if (latest === undefined) return lastBefore(modified + DAY_US, range, 'to');
  const late = lastBefore(latest + AFTERMATH_US, range, 'from');
  const early = shiftYears(late, -1);
  return distance(early, latest) < distance(late, latest) ? early : late;
}

/** The range in the last year in which one of its ends is not after `limit`. */
function lastBefore(limit: Micros, range: Range, end: 'from' | 'to'): Range {
  const moved = shiftYears(range, yearOf(limit) - yearOf(range[end]));
  return moved[end] > limit ? shiftYears(moved, -1) : moved;
}

const yearOf = (at: Micros): number => new Date(Math.floor(at / 1000)).getUTCFullYear();

function distance({ from, to }: Range, at: Micros): number {
  return Math.max(0, from - at, at - to);
}

function shiftYears({ from, to }: Range, years: number): Range {
  const shifted = (at: Micros): Micros => {
    const date = new Date(Math.floor(at / 1000));
    return date.setUTCFullYear(date.getUTCFullYear() + years) * 1000 + (((at % 1000) + 1000) % 1000);
  };
  return { from: shifted(from), to: shifted(to) };
}
