import type { CauseKind } from '../document/bundle.ts';
import type { Call } from './shifts.ts';
import type { Signal } from './signal.ts';
import { anyOf } from './strength.ts';

/** How far a kind of evidence is trusted by itself. */
const TRUST: Record<Signal['from'], number> = { trace: 0.9, log: 0.85, metric: 0.8, alert: 0.5, change: 0.4 };

/** How much of an echo is left where a service further down is fully suspect. */
const ECHO_LEFT = 0.15;

/** A service with everything that speaks against it, strongest first. */
export interface Candidate {
  service: string;
  score: number;
  kind: CauseKind;
  signals: Signal[];
}

/**
 * Candidates, most suspect first. Signals that can be echoes (errors, missing log lines, latency) count less for a service that
 * calls, directly or not, one that is suspect itself; equal scores keep the order of their names out of the ranking.
 */
export function combineSignals(signals: Signal[], calls: Call[]): Candidate[] {
  const spelling = spellings(signals, calls);
  const byService = Map.groupBy(signals, ({ service }) => spelling.get(service.toLowerCase()) ?? service);
  const own = new Map([...byService].map(([service, list]) => [service, scoreOf(list)]));
  const below = reachable(calls);
  return [...byService]
    .map(([service, list]) => {
      const deeper = [...(below.get(service) ?? [])].map(name => own.get(name) ?? 0);
      const left = 1 - (1 - ECHO_LEFT) * Math.max(0, ...deeper);
      const weighed = list
        .map(signal => (signal.isEcho ? { ...signal, score: signal.score * left } : signal))
        .toSorted((a, b) => b.score * TRUST[b.from] - a.score * TRUST[a.from]);
      return { service, score: scoreOf(weighed), kind: kindOf(weighed), signals: weighed };
    })
    .toSorted((a, b) => b.score - a.score);
}

/** Strongest signal of each source, taken together; further signals of one source add a little. */
function scoreOf(signals: Signal[]): number {
  const bySource = Map.groupBy(signals, signal => signal.from);
  return anyOf(
    [...bySource].map(([from, list]) => {
      const [first = 0, ...others] = list.map(signal => signal.score).toSorted((a, b) => b - a);
      return TRUST[from] * anyOf([first, ...others.map(score => score * 0.25)]);
    }),
  );
}

/** The kind that most evidence speaks for. Lost time on edges says little where the service itself is slow or short of a resource. */
function kindOf(signals: Signal[]): CauseKind {
  const votes = new Map<CauseKind, number>();
  for (const signal of signals) {
    for (const [kind, clarity] of Object.entries(signal.kinds) as [CauseKind, number][]) {
      votes.set(kind, (votes.get(kind) ?? 0) + clarity * signal.score);
    }
  }
  const cpu = votes.get('cpu') ?? 0;
  votes.set('network-delay', (votes.get('network-delay') ?? 0) * (1 - Math.min(0.8, cpu)));
  const [best] = [...votes].toSorted((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : 'unknown';
}

/** Lower-case name → how it is shown: sources that differ in case only speak of one service, as requests spell it if they do. */
function spellings(signals: Signal[], calls: Call[]): Map<string, string> {
  const names = [
    ...signals.map(signal => signal.service).toReversed(),
    ...calls.flatMap(({ caller, callee }) => [caller, callee]),
  ];
  return new Map(names.map(name => [name.toLowerCase(), name]));
}

/** For each service, all that it calls directly or through others. */
function reachable(calls: Call[]): Map<string, Set<string>> {
  const direct = Map.groupBy(calls, call => call.caller);
  const services = [...direct.keys()];
  return new Map(services.map(service => [service, walk(service, direct)]));
}

function walk(start: string, direct: Map<string, Call[]>): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let service = open.pop(); service !== undefined; service = open.pop()) {
    for (const { callee } of direct.get(service) ?? []) {
      if (seen.has(callee) || callee === start) continue;
      seen.add(callee);
      open.push(callee);
    }
  }
  return seen;
}
