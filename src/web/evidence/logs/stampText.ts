import { clockText, dayText } from '../../ui/instant.ts';

interface StampForm {
  zone: string;
  /** The records are not all of one day. */
  hasDays: boolean;
  /** Of the second's fraction. */
  digits?: number;
}

/** A time among others: the clock alone where the day goes without saying. */
export const stampText = (at: string, { zone, hasDays, digits = 0 }: StampForm): string =>
  hasDays ? `${dayText(at, zone)} ${clockText(at, zone, digits)}` : clockText(at, zone, digits);

/** Whether two instants lie on different days. */
export const areDaysApart = (from: string, to: string, zone: string): boolean =>
  dayText(from, zone) !== dayText(to, zone);
