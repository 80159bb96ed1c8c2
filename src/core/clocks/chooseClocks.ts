import type { Exchange } from './exchange.ts';

/** Clocks that can be compared with one another, and the one to compare them with. */
export interface Comparable {
  reference: string;
  /** The reference among them; those with the fewest pairs first, which keeps the equations sparse. */
  clocks: string[];
}

/** Whether an exchange bounds an offset from both sides. */
const isTwoSided = (exchange: Exchange) =>
  exchange.caller !== exchange.callee && exchange.replied !== null && exchange.answered !== null;

/** The equations of more clocks than this take too long to solve; those with the most pairs are compared. */
const MOST_CLOCKS = 300;

/** Log lines inside their span bound an offset, but loosely: such pairs make no reference. */
export const isCall = (exchange: Exchange) => exchange.kind === 'call';

/** Counts the two-sided exchanges that each clock has with others. */
export function countPairs(exchanges: readonly Exchange[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const exchange of exchanges) {
    if (!isTwoSided(exchange)) continue;
    for (const clock of [exchange.caller, exchange.callee]) pairs.set(clock, (pairs.get(clock) ?? 0) + 1);
  }
  return pairs;
}

/**
 * Chooses as reference the clock with the most calls to and from others (the first by name of equals), and with it all that exchanges
 * connect to it. Undefined when no two clocks are connected.
 */
export function chooseClocks(exchanges: readonly Exchange[]): Comparable | undefined {
  const pairs = countPairs(exchanges);
  const calls = countPairs(exchanges.filter(isCall));
  const rank = (clock: string) => (calls.get(clock) ?? 0) * exchanges.length + pairs.get(clock)!;
  const reference = [...pairs.keys()].sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1))[0];
  if (reference === undefined) return undefined;
  const neighbours = new Map<string, Set<string>>([...pairs.keys()].map(clock => [clock, new Set()]));
  for (const exchange of exchanges) {
    if (!isTwoSided(exchange)) continue;
    neighbours.get(exchange.caller)!.add(exchange.callee);
    neighbours.get(exchange.callee)!.add(exchange.caller);
  }
  const reached = new Set([reference]);
  // A set's iteration meets what is added on the way.
  for (const clock of reached) for (const neighbour of neighbours.get(clock)!) reached.add(neighbour);
  const clocks = [...reached].sort((a, b) => pairs.get(a)! - pairs.get(b)! || (a < b ? -1 : 1));
  if (clocks.length <= MOST_CLOCKS) return { reference, clocks };
  // Without the others, some of these may no longer be connected.
  const kept = new Set(clocks.slice(-MOST_CLOCKS));
  return chooseClocks(exchanges.filter(({ caller, callee }) => kept.has(caller) && kept.has(callee)));
}
