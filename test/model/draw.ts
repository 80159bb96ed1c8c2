import type { Organisation } from './organisation.ts';

/** Choices, taken one after the other from numbers that were drawn before. */
export interface Draw {
  /** 0 ≤ n < `below`. */
  number(below: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  of<Item>(items: readonly Item[]): Item | undefined;
  /** Each with one chance in two. */
  some<Item>(items: readonly Item[]): Item[];
  /** A line that nothing else has. */
  line(): string;
  /** Text that nothing else has, with everything that people paste. */
  prose(): string;
  /** What an edit is based on: mostly nothing or the present version, seldom another one. */
  basis(version: number): { ifMatch: number | undefined; isStale: boolean };
}

/**
 * Takes choices from numbers; where they end, the first choice is taken.
 *
 * @param numbers each from 0 to 2^32 - 1
 */
export function drawFrom(numbers: readonly number[], text: string, organisation: Organisation): Draw {
  const left = [...numbers];
  const number = (below: number): number => (left.shift() ?? 0) % below;
  const once = (times: number): boolean => number(times) === times - 1;
  const line = (): string => `${text.slice(0, 60)} ${++organisation.texts}`;
  return {
    number,
    once,
    of: items => items[number(Math.max(1, items.length))],
    some: items => items.filter(() => number(2) === 1),
    line,
    prose: () => `${line()}\n${text}`,
    basis(version) {
      const chance = number(10);
      if (chance < 4) return { ifMatch: undefined, isStale: false };
      if (chance < 8) return { ifMatch: version, isStale: false };
      return { ifMatch: version + (chance === 8 ? 1 : -1), isStale: true };
    },
  };
}
