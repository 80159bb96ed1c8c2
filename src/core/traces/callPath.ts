import type { Micros } from '../record.ts';

/** What calls cost in a stretch of time, and in the one that it is compared with. */
export interface CallCost {
  calls: number;
  errors: number;
  /** Their own time: without that of what they call. */
  ownUs: Micros;
  /** Their durations added up. */
  sumUs: Micros;
  callsBefore: number;
  errorsBefore: number;
  ownUsBefore: Micros;
  sumUsBefore: Micros;
}

/** All calls that came about the same way: the same operations of the same services called each other, in this order. */
export interface CallPath extends CallCost {
  id: string;
  /** The path of the caller; null where paths begin. */
  above: string | null;
  /** Calls above it. */
  depth: number;
  service: string;
  operation: string;
  /** Number of a record: the longest one. */
  example: number;
}
