import { correctionAt } from './correction.ts';
import type { Exchange } from './exchange.ts';
import type { ClockFit } from './fitClocks.ts';
import { median } from './observe.ts';

/** Exchanges between two clocks that cannot be true when the others are. */
export interface Contradiction {
  clocks: [string, string];
  count: number;
  /** Of so many exchanges between the two. */
  of: number;
  /** The furthest off, and by how many microseconds an effect comes before its cause. */
  worst: Exchange;
  byUs: number;
}

/** Habits of delay that an impossible order must exceed to be called so. */
const TOLERANCE = 10;

/** Fewer than this share between two clocks are single events gone astray, and no matter of the clocks. */
const STRAY_SHARE = 0.01;

/**
 * Finds the exchanges that the fit had to leave out: corrected, the request is received before it was sent, or the
 * caller answered before the reply. Exchanges around a step say nothing of this kind, as its instant is not exact.
 */
export function findContradictions(clockFit: ClockFit, exchanges: readonly Exchange[]): Contradiction[] {
  const { observations, models } = clockFit;
  const usual = TOLERANCE * median([...observations.habits]);
  const tolerances = new Map(
    observations.rows.map(row => [
      row.exchange.link,
      Math.max(usual, TOLERANCE * observations.habits[row.link]!),
    ]),
  );
  const found = new Map<string, Contradiction>();
  const counts = new Map<string, number>();
  for (const exchange of exchanges) {
    if (exchange.caller === exchange.callee || !models.has(exchange.caller) || !models.has(exchange.callee))
      continue;
    const clocks = [exchange.caller, exchange.callee].sort() as [string, string];
    const key = clocks.join('\n');
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const byUs = impossibleBy(clockFit, exchange);
    if (byUs <= (tolerances.get(exchange.link) ?? usual) || isNearStep(clockFit, exchange)) continue;
    const before = found.get(key) ?? { clocks, count: 0, of: 0, worst: exchange, byUs: 0 };
    const worst = byUs > before.byUs ? { worst: exchange, byUs } : {};
    found.set(key, { ...before, ...worst, count: before.count + 1 });
  }
  return [...found]
    .map(([key, item]) => ({ ...item, of: counts.get(key)! }))
    .filter(item => item.count > STRAY_SHARE * item.of)
    .sort((a, b) => b.count - a.count);
}

/** By how many microseconds the corrected exchange breaks the order of cause and effect; negative when it does not. */
function impossibleBy({ observations, models }: ClockFit, exchange: Exchange): number {
  const place = (stamp: number, clock: string) =>
    stamp + correctionAt(models.get(clock)!, (stamp - observations.origin) / 1e6);
  const { sent, received, replied, answered, caller, callee } = exchange;
  const early = place(sent, caller) - place(received, callee);
  if (replied === null || answered === null) return early;
  return Math.max(early, place(replied, callee) - place(answered, caller));
}

function isNearStep({ observations, fitted, places, models }: ClockFit, exchange: Exchange): boolean {
  const { sent, received, replied, answered, caller, callee } = exchange;
  return fitted.steps.some(({ clock, at }, index) => {
    const name = observations.clocks[clock]!;
    if (name !== caller && name !== callee) return false;
    const jump = Math.abs(models.get(name)!.steps.find(step => step.at === at)?.jump ?? 0) / 1e6;
    const { from, to } = places[index]!;
    const [first, last] = name === caller ? [sent, answered ?? sent] : [received, replied ?? received];
    const seconds = (stamp: number) => (stamp - observations.origin) / 1e6;
    return seconds(last) >= from - jump - 1 && seconds(first) <= to + jump + 1;
  });
}
