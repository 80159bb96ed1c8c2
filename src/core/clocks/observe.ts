import type { Exchange } from './exchange.ts';

/**
 * An exchange reduced to what the fit uses: half the difference of its two gaps is, up to the unevenness of the two
 * delays, the caller's correction less the callee's; their sum does not depend on any clock and limits that unevenness.
 * Times are seconds since the fit's origin on the clock that stamped them, all else microseconds.
 */
export interface Observation {
  exchange: Exchange;
  caller: number;
  callee: number;
  link: number;
  sent: number;
  received: number;
  replied: number;
  answered: number;
  difference: number;
  /** Both gaps together; never negative. */
  slack: number;
  /** How far off `difference` may well be, one standard deviation. */
  sigma: number;
  /** How long callees of this link usually take to close after their last inner work. */
  closing: number;
}

export interface Observations {
  clocks: string[];
  /** Microseconds of the time that the observations count from. */
  origin: number;
  /** By link: how uneven the link's delays may be as a habit, one standard deviation. */
  habits: Float64Array;
  rows: Observation[];
}

/** Any split of the slack between the two ways is as likely as any other: the standard deviation of such a draw. */
const UNEVENNESS = 1 / Math.sqrt(12);

/** Stamps are whole microseconds, and programs need some to take them. */
const LEAST_SIGMA = 5;

/**
 * Turns the two-sided exchanges among `clocks` into observations; those that contradict themselves (the reply took
 * longer than the whole call) say nothing and are left out. `clocks` gives the order of the unknowns.
 */
export function observe(exchanges: readonly Exchange[], clocks: readonly string[]): Observations {
  const index = new Map(clocks.map((clock, position) => [clock, position]));
  const origin = median(exchanges.map(exchange => exchange.sent));
  const links = new Map<string, Observation[]>();
  for (const exchange of exchanges) {
    const caller = index.get(exchange.caller);
    const callee = index.get(exchange.callee);
    if (caller === undefined || callee === undefined) continue;
    const row = observation(exchange, caller, callee, origin);
    if (row === undefined) continue;
    const rows = links.get(exchange.link) ?? [];
    links.set(exchange.link, rows);
    rows.push(row);
  }
  const groups = [...links.values()];
  const usualClosing = median(closingsOf(groups.flat()));
  const habits = new Float64Array(groups.length);
  groups.forEach((rows, link) => {
    const base = quantile(
      rows.map(row => row.slack),
      0.1,
    );
    const closings = closingsOf(rows);
    const closing = closings.length === 0 ? usualClosing : median(closings);
    habits[link] = Math.max(LEAST_SIGMA, UNEVENNESS * base);
    for (const row of rows) {
      row.link = link;
      // What exceeds the link's usual slack was spent on one side more likely than on both.
      row.sigma = Math.max(LEAST_SIGMA, UNEVENNESS * base + Math.max(0, row.slack - base) / 2);
      row.closing = closing;
    }
  });
  return { clocks: [...clocks], origin, habits, rows: groups.flat() };
}

function observation(
  exchange: Exchange,
  caller: number,
  callee: number,
  origin: number,
): Observation | undefined {
  const { sent, received, replied, answered } = exchange;
  if (replied === null || answered === null) return undefined;
  const forward = received - sent;
  const backward = answered - replied;
  if (forward + backward < 0) return undefined;
  return {
    exchange,
    caller,
    callee,
    link: 0,
    sent: (sent - origin) / 1e6,
    received: (received - origin) / 1e6,
    replied: (replied - origin) / 1e6,
    answered: (answered - origin) / 1e6,
    difference: (forward - backward) / 2,
    slack: forward + backward,
    sigma: 0,
    closing: exchange.closing ?? Number.NaN,
  };
}

const closingsOf = (rows: readonly Observation[]) => rows.map(row => row.closing).filter(value => value >= 0);

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which a share of all lies; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
