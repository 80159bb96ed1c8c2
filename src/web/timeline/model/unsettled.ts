import type { EventColumns } from '../../../core/chart/eventColumns.ts';
import { lowerBound } from '../../../core/chart/lowerBound.ts';
import type { Micros } from '../../../core/record.ts';

/** How far the place of an event may be off; 0 where its clock was compared with no other, because then nothing is known. */
export function doubtOf({ doubt, uncertainties }: EventColumns, place: number): Micros {
  return uncertainties[doubt[place]!] ?? 0;
}

/** Whether the evidence does not settle which of two events came first: stamps of different sources within their ±. */
export function isUnsettled(columns: EventColumns, one: number, other: number): boolean {
  if (columns.lane[one] === columns.lane[other]) return false;
  const distance = Math.abs(columns.at[one]! - columns.at[other]!);
  return distance < doubtOf(columns, one) + doubtOf(columns, other);
}

/** Looked at on each side of an event: in a dense burst the list would say nothing more. */
const MOST_LOOKED = 2_000;

/** Places of the events of other sources that may have come before or after this one. */
export function unsettledWith(columns: EventColumns, place: number): number[] {
  const widest = columns.uncertainties.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const at = columns.at[place]!;
  const reach = doubtOf(columns, place) + widest;
  if (reach === 0) return [];
  const first = Math.max(lowerBound(columns.at, at - reach), place - MOST_LOOKED);
  const last = Math.min(lowerBound(columns.at, at + reach), place + MOST_LOOKED);
  const found: number[] = [];
  for (let other = first; other < last; other++) if (isUnsettled(columns, place, other)) found.push(other);
  return found;
}
