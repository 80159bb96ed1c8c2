import { type ClockModel, correctionAt } from './correction.ts';
import type { Exchange } from './exchange.ts';

/** A place that is so much less likely than the best (natural logarithm) is not where the step was. */
const SETTLED = 3;

/** When a step happened, on the stepping clock in seconds since the origin: within `from…to`, best guess `at`. */
export interface PlacedStep {
  at: number;
  from: number;
  to: number;
}

export interface StepEvidence {
  /** Paired events near the step, on the stepping clock alone too: a call inside one program tells as much. */
  exchanges: readonly Exchange[];
  /** The models by name; the stepping clock's holds the step at a first guess. */
  models: ReadonlyMap<string, ClockModel>;
  origin: number;
  clock: string;
  /** Which of the stepping clock's steps. */
  step: number;
  /** Seconds since the origin. */
  window: { from: number; to: number };
  /** How long a gap between two events usually is, in microseconds. */
  usualGap: number;
}

/**
 * Places a step where it leaves the fewest and smallest impossible or unusual gaps. Each paired event says, for every
 * place before, between and after its stamps, how likely its two gaps are; the sum is least between two stamps.
 */
export function placeStep(evidence: StepEvidence): PlacedStep {
  const { window } = evidence;
  const changes = evidence.exchanges
    .flatMap(exchange => changesOf(exchange, evidence))
    .filter(change => change.at > window.from && change.at < window.to)
    .sort((a, b) => a.at - b.at);
  const edges = [window.from, ...changes.map(change => change.at), window.to];
  let sum = 0;
  const pieces = [
    { sum, from: edges[0]!, to: edges[1]! },
    ...changes.map((change, index) => {
      sum += change.by;
      return { sum, from: change.at, to: edges[index + 2]! };
    }),
  ];
  const best = pieces.reduce((best, piece) => {
    const isLess = piece.sum < best.sum - 1e-9;
    const isAsLow = piece.sum < best.sum + 1e-9;
    return isLess || (isAsLow && piece.to - piece.from > best.to - best.from) ? piece : best;
  });
  const possible = pieces.filter(piece => piece.sum <= best.sum + SETTLED);
  return { at: (best.from + best.to) / 2, from: possible[0]!.from, to: possible.at(-1)!.to };
}

/** How the cost of one exchange changes when the step moves past each of its stamps. */
function changesOf(exchange: Exchange, evidence: StepEvidence): { at: number; by: number }[] {
  const own = [
    [exchange.sent, exchange.caller],
    [exchange.received, exchange.callee],
    [exchange.replied, exchange.callee],
    [exchange.answered, exchange.caller],
  ]
    .filter(([stamp, clock]) => clock === evidence.clock && stamp !== null)
    .map(([stamp]) => ((stamp as number) - evidence.origin) / 1e6);
  const stamps = [...new Set(own)].sort((a, b) => a - b);
  let before = costAt(exchange, evidence, stamps[0] ?? 0);
  return stamps.map((stamp, index) => {
    // A step at the next stamp still leaves that stamp after it: the cost between the two.
    const after = costAt(exchange, evidence, stamps[index + 1] ?? Number.POSITIVE_INFINITY);
    const by = after - before;
    before = after;
    return { at: stamp, by };
  });
}

/** The cost of an exchange's gaps with the step at `at`. */
function costAt(exchange: Exchange, evidence: StepEvidence, at: number): number {
  const { sent, received, replied, answered, caller, callee } = exchange;
  const place = (stamp: number, clock: string) => {
    const time = (stamp - evidence.origin) / 1e6;
    const model = evidence.models.get(clock);
    if (model === undefined) return stamp;
    if (clock !== evidence.clock) return stamp + correctionAt(model, time);
    const steps = model.steps.map((step, index) => (index === evidence.step ? { ...step, at } : step));
    return stamp + correctionAt({ ...model, steps }, time);
  };
  let cost = costOf(place(received, callee) - place(sent, caller), evidence.usualGap);
  if (replied !== null && answered !== null) {
    cost += costOf(place(answered, caller) - place(replied, callee), evidence.usualGap);
  }
  return cost;
}

/** Long gaps are unusual, negative ones more so; both in heavy tails, since either may be real. */
function costOf(gap: number, usual: number): number {
  return gap >= 0 ? Math.log1p(gap / usual) : 2 * Math.log1p(-gap / usual);
}
