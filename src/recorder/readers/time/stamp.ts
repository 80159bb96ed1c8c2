import type { Precision } from '../../../core/record.ts';

/** What a stamp said, field by field, before it becomes an instant. One is reused: scanning never yields. */
export interface Stamp {
  /** −1 when the stamp has none. */
  year: number;
  /** 1…12; 0 when the stamp has no date. */
  month: number;
  day: number;
  /** Of the day, 0…86 400; −1 when the stamp has no time of day. */
  second: number;
  /** Of the second, 0…999 999. */
  micro: number;
  precision: Precision;
  /** Minutes east of UTC; NaN when the stamp names no zone. */
  offset: number;
  /** IANA name or ambiguous abbreviation, `''` when the offset says it all. */
  zone: string;
}

/** A stamp that says nothing yet. */
export function emptyStamp(): Stamp {
  return { year: -1, month: 0, day: 0, second: -1, micro: 0, precision: 'day', offset: Number.NaN, zone: '' };
}

/** Makes a stamp say nothing again, so that one can be used for many. */
export function clearStamp(stamp: Stamp): void {
  stamp.year = -1;
  stamp.month = 0;
  stamp.day = 0;
  stamp.second = -1;
  stamp.micro = 0;
  stamp.precision = 'day';
  stamp.offset = Number.NaN;
  stamp.zone = '';
}
