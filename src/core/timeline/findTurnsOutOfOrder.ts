import type { Micros } from '../record.ts';
import type { Turn } from './asTurn.ts';
import { spell } from './moment.ts';

const ORDER: readonly (readonly [Turn, Turn, string])[] = [
  ['impact-start', 'restore', 'Restored comes before the start of impact'],
  ['detection', 'restore', 'Restored comes before detected'],
  ['detection', 'acknowledgement', 'Acknowledged comes before detected'],
  ['detection', 'mitigation', 'Mitigated comes before detected'],
];

export interface WrongOrder<Moment> {
  /** What should have come first, and what came before it. */
  first: Moment;
  second: Moment;
  text: string;
}

/** Turns that stand in an order that cannot be. Both sides are named; neither is moved. */
export function findTurnsOutOfOrder<Moment extends { at: Micros }>(
  turns: {
    [turn in Turn]?: Moment;
  },
): WrongOrder<Moment>[] {
  return ORDER.flatMap(([before, after, text]) => {
    const [first, second] = [turns[before], turns[after]];
    if (first === undefined || second === undefined || second.at >= first.at) return [];
    return [
      {
        first,
        second,
        text: `${text}, by ${spell(first.at - second.at)}. Either a clock is off, or a signal before it is missing from the evidence.`,
      },
    ];
  });
}
