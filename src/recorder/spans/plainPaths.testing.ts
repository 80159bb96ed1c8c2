import type { RecordRow } from '../records/recordRow.ts';
import type { Stretch } from './stretch.ts';

export type PlainSpan = Pick<
  RecordRow,
  'number' | 'traceId' | 'spanId' | 'parentSpanId' | 'service' | 'name' | 'level'
> & { at: number; durationUs: number };

/** What a call path costs: calls, errors and own time in the stretch, and before it. */
export type PlainCost = [
  calls: number,
  errors: number,
  own: number,
  before: number,
  errorsBefore: number,
  ownBefore: number,
];

interface Linked {
  span: PlainSpan;
  calls: Linked[];
}

/** Ties spans to their callers, one by one; the trees that no caller is known of. */
export function plainTrees(spans: readonly PlainSpan[]): Linked[] {
  const once = new Map<string, PlainSpan>();
  for (const span of spans.toSorted((a, b) => a.number - b.number)) {
    const { number: _, level: __, spanId, ...rest } = span;
    const key = JSON.stringify([spanId, rest, spanId === '' ? span.number : 0]);
    if (!once.has(key)) once.set(key, span);
  }
  const nodes = [...once.values()].map((span): Linked => ({ span, calls: [] }));
  const known = Map.groupBy(
    nodes.filter(({ span }) => span.spanId !== ''),
    ({ span }) => `${span.traceId} ${span.spanId}`,
  );
  for (const same of known.values())
    same.sort(
      ({ span: a }, { span: b }) => a.at - b.at || b.durationUs - a.durationUs || a.number - b.number,
    );
  const roots: Linked[] = [];
  for (const node of nodes) {
    const { traceId, spanId, parentSpanId } = node.span;
    const same = known.get(`${traceId} ${spanId}`) ?? [node];
    const callers = parentSpanId === '' ? [] : (known.get(`${traceId} ${parentSpanId}`) ?? []);
    const caller = same[0] === node ? callers.at(-1) : same[0];
    if (caller && caller !== node) caller.calls.push(node);
    else roots.push(node);
  }
  return roots;
}

/** What each path costs, by its services and operations in a line; without those in which nothing was called. */
export function plainPaths(
  spans: readonly PlainSpan[],
  { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Stretch,
  service?: string,
): Map<string, PlainCost> {
  const paths = new Map<string, PlainCost>();
  const visit = ({ span, calls }: Linked, above: string | undefined, weight: number): void => {
    const isIn = above !== undefined || service === undefined || span.service === service;
    const path = isIn ? `${above ?? ''}/${span.service} ${span.name}` : undefined;
    const { covered, shares } = shareTime(span, calls);
    const cost = path === undefined ? undefined : (paths.get(path) ?? [0, 0, 0, 0, 0, 0]);
    if (cost && span.at < to) {
      const at = span.at < from ? 3 : 0;
      cost[at]! += 1;
      cost[at + 1]! += span.level === 'error' ? 1 : 0;
      cost[at + 2]! += weight * (span.durationUs - covered);
      paths.set(path!, cost);
    }
    for (const [place, call] of calls.entries())
      visit(call, path, path === undefined ? 1 : weight * shares[place]!);
  };
  for (const root of plainTrees(spans)) visit(root, undefined, 1);
  return paths;
}

/**
 * How much of a span its calls cover, and which part of its own duration each call counts for: piece by piece between
 * all beginnings and ends.
 */
function shareTime(caller: PlainSpan, calls: readonly Linked[]): { covered: number; shares: number[] } {
  const end = caller.at + caller.durationUs;
  const placed = calls.map(({ span, calls: further }) => {
    const isSame = span.service === caller.service;
    const start = Math.max(caller.at, isSame ? span.at : Math.min(span.at, end - span.durationUs));
    const stop = Math.max(start, Math.min(start + span.durationUs, end));
    return { start, stop, length: stop - start, span, waits: isSame && further.length === 0 };
  });
  const marks = [...new Set(placed.flatMap(({ start, stop }) => [start, stop]))].sort((a, b) => a - b);
  const covers = (among: typeof placed): number =>
    marks.reduce((sum, mark, place) => {
      const next = marks[place + 1] ?? mark;
      return sum + (among.some(({ start, stop }) => start <= mark && stop >= next) ? next - mark : 0);
    }, 0);
  const covered = covers(placed);
  const busy = covers(placed.filter(({ waits }) => !waits));
  const lengths = (waits: boolean): number =>
    placed.reduce((sum, one) => sum + (one.waits === waits ? one.length : 0), 0);
  return {
    covered,
    shares: placed.map(({ length, span, waits }) => {
      if (length === 0) return 0;
      return (length / span.durationUs) * ((waits ? covered - busy : busy) / lengths(waits));
    }),
  };
}
