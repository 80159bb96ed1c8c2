import type { Micros } from '../record.ts';

export interface Range {
  from: Micros;
  to: Micros;
}

/** A zone offset that makes local stamps fit, and how sure that is. */
export interface InferredZone {
  /** `+08:00`: the offset of local time from UTC. */
  zone: string;
  /** Share of the local range that falls inside the known one, 0…1. */
  overlap: number;
  /** Other offsets that fit as well, nearest first. */
  alternatives: string[];
}

const MINUTE_US = 60e6;
const QUARTER_US = 15 * MINUTE_US;
/** The offsets in use on Earth: −12:00 to +14:00 in quarters of an hour. */
const OFFSETS = Array.from({ length: 26 * 4 + 1 }, (_, i) => (i - 48) * QUARTER_US);
/** Below this share an offset is no explanation. */
const LEAST_OVERLAP = 0.5;

/**
 * The zone of stamps that do not say theirs, from their overlap with times that are known. `local` is the range of the
 * stamps read as if they were UTC, `known` the range of zoned sources. Whole hours are preferred to quarters, and small
 * offsets to large ones. Undefined when UTC fits as well as anything, or nothing fits.
 */
export function inferZone(local: Range, known: Range): InferredZone | undefined {
  const overlapAt = (offset: number): number =>
    share({ from: local.from - offset, to: local.to - offset }, known);
  const asUtc = overlapAt(0);
  const candidates = OFFSETS.map(offset => ({ offset, overlap: overlapAt(offset) }))
    .filter(({ overlap }) => overlap >= LEAST_OVERLAP && overlap > asUtc + 0.2)
    .sort(
      (a, b) =>
        b.overlap - a.overlap ||
        oddness(a.offset) - oddness(b.offset) ||
        Math.abs(a.offset) - Math.abs(b.offset),
    );
  const [best, ...rest] = candidates;
  if (best === undefined) return undefined;
  const alternatives = rest.filter(
    other => other.overlap === best.overlap && oddness(other.offset) <= oddness(best.offset),
  );
  return {
    zone: zoneOf(best.offset),
    overlap: best.overlap,
    alternatives: alternatives.map(({ offset }) => zoneOf(offset)),
  };
}

/** The part of `range` inside `within`; a single instant counts as inside or not. */
function share(range: Range, within: Range): number {
  const from = Math.max(range.from, within.from);
  const to = Math.min(range.to, within.to);
  if (to < from) return 0;
  return range.to === range.from ? 1 : (to - from) / (range.to - range.from);
}

const oddness = (offset: number): number =>
  offset % (4 * QUARTER_US) === 0 ? 0 : offset % (2 * QUARTER_US) === 0 ? 1 : 2;

function zoneOf(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE_US;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
