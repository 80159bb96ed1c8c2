import type { Micros } from '../record.ts';

/** Where an event stands on the timeline: its source, and the service that it speaks of. */
export interface EventLane {
  source: string;
  service: string;
}

/**
 * Events of a timeline as columns: a million of them are a few arrays instead of a million objects. Ascending in time,
 * and in their number.
 */
export interface EventColumns {
  count: number;
  lanes: EventLane[];
  /** On the reference clock. */
  at: Float64Array;
  /** Place of the record in its reading, by which it is cited and read. */
  number: Uint32Array;
  /** Into `lanes`. */
  lane: Uint16Array;
  /** Into `RECORD_KINDS`. */
  kind: Uint8Array;
  /** Into `LEVELS`. */
  level: Uint8Array;
  /** 0 where it has no length. */
  durationUs: Float32Array;
  /** Into `uncertainties`. */
  doubt: Uint16Array;
  /** ± of clocks that occur; null where the clock could not be compared. */
  uncertainties: (Micros | null)[];
  /** Records of the same stretch of time that were left out, because they are too many. */
  omitted: number;
}

/** Lanes and ± are counted in sixteen bits. */
export const MOST_LANES = 65_535;

/** Empty columns for so many events. */
export function createColumns(
  count: number,
  { lanes, uncertainties, omitted }: Pick<EventColumns, 'lanes' | 'uncertainties' | 'omitted'>,
): EventColumns {
  return {
    count,
    lanes,
    uncertainties,
    omitted,
    at: new Float64Array(count),
    number: new Uint32Array(count),
    lane: new Uint16Array(count),
    kind: new Uint8Array(count),
    level: new Uint8Array(count),
    durationUs: new Float32Array(count),
    doubt: new Uint16Array(count),
  };
}
