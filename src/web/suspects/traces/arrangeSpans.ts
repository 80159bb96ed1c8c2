import type { Micros } from '../../../core/record.ts';

/** What is needed of a span to draw it. */
export interface GivenSpan {
  number: number;
  spanId: string;
  parentSpanId: string;
  /** On the reference clock. */
  at: Micros;
  durationUs: number;
  clockCorrectionUs: number;
}

/** A span at its place in the waterfall. */
export interface PlacedSpan<Span extends GivenSpan> {
  span: Span;
  /** 0 for the first; each call is one deeper. */
  depth: number;
  /** Microseconds after the trace's beginning, on the clock that was asked for. */
  start: Micros;
  /** It begins before its parent or ends after it: clocks disagree, or it went on by itself. */
  isOutside: boolean;
}

export interface Waterfall<Span extends GivenSpan> {
  rows: PlacedSpan<Span>[];
  durationUs: number;
}

/**
 * Puts the spans of a trace below their parents, in time. A span whose parent is not among them begins a tree of its
 * own; spans that call each other in a circle are shown once.
 *
 * @param clock `reference` as corrected; `raw` as each machine stamped them
 */
export function arrangeSpans<Span extends GivenSpan>(
  spans: readonly Span[],
  clock: 'reference' | 'raw',
): Waterfall<Span> {
  const startOf = (span: Span): Micros => (clock === 'raw' ? span.at - span.clockCorrectionUs : span.at);
  const byId = new Map(spans.filter(({ spanId }) => spanId !== '').map(span => [span.spanId, span]));
  const parentOf = (span: Span): Span | undefined => {
    const parent = span.parentSpanId === '' ? undefined : byId.get(span.parentSpanId);
    return parent === span ? undefined : parent;
  };
  const inTime = spans.toSorted((a, b) => startOf(a) - startOf(b) || b.durationUs - a.durationUs);
  const children = Map.groupBy(inTime, parentOf);
  const origin = inTime[0] ? startOf(inTime[0]) : 0;
  const rows: PlacedSpan<Span>[] = [];
  const placed = new Set<Span>();
  const waiting: { span: Span; depth: number }[] = [];
  const place = (first: Span): void => {
    waiting.push({ span: first, depth: 0 });
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { span, depth } = next;
      if (placed.has(span)) continue;
      placed.add(span);
      const parent = parentOf(span);
      const start = startOf(span);
      const isOutside =
        parent !== undefined &&
        (start < startOf(parent) || start + span.durationUs > startOf(parent) + parent.durationUs);
      rows.push({ span, depth, start: start - origin, isOutside });
      for (const child of (children.get(span) ?? []).toReversed())
        waiting.push({ span: child, depth: depth + 1 });
    }
  };
  for (const root of children.get(undefined) ?? []) place(root);
  for (const left of inTime) if (!placed.has(left)) place(left);
  const durationUs = Math.max(1, ...rows.map(({ start, span }) => start + span.durationUs));
  return { rows, durationUs };
}
