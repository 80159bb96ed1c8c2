import type { Clock, ClockReport, ClockSegment } from '../document/bundle.ts';

import { countPairs } from './chooseClocks.ts';
import type { Exchange } from './exchange.ts';
import { type Contradiction, findContradictions } from './findContradictions.ts';
import type { ClockFit } from './fitClocks.ts';
import { lengthText, offsetText } from './offsetText.ts';
import { segmentsOf } from './segmentsOf.ts';

/** The stamps of one clock: how many, and from when to when (microseconds; null when none has a time). */
export interface ClockStamps {
  clock: string;
  records: number;
  first: number | null;
  last: number | null;
}

/** A clock with more than this share of impossible exchanges is not corrected: no side is known to be right. */
const CONTRADICTORY_SHARE = 0.3;

/**
 * Says of each clock what the fit found, corrects only where zero lies outside the uncertainty, and names what
 * contradicts itself. Clocks that nothing connects to the reference stay as they are.
 */
export function reportClocks(
  clockFit: ClockFit | undefined,
  exchanges: readonly Exchange[],
  stamps: readonly ClockStamps[],
): ClockReport {
  const pairs = countPairs(exchanges);
  const inOrder = [...stamps].sort((a, b) => (a.clock < b.clock ? -1 : 1));
  if (clockFit === undefined)
    return { reference: '', clocks: inOrder.map(own => unknown(own, pairs)), contradictions: [] };
  const { observations, fitted } = clockFit;
  const reference = observations.clocks[fitted.reference]!;
  const contradictions = findContradictions(clockFit, exchanges);
  const clocks = inOrder.map(own => {
    if (!clockFit.models.has(own.clock)) return unknown(own, pairs);
    const base = { clock: own.clock, records: own.records, pairs: pairs.get(own.clock) ?? 0 };
    if (own.clock === reference)
      return { ...base, state: 'reference' as const, segments: [], note: referenceNote(clockFit) };
    return { ...base, ...judge(clockFit, own, contradictions) };
  });
  return { reference, clocks, contradictions: contradictions.map(contradictionText) };
}

function unknown({ clock, records }: ClockStamps, pairs: ReadonlyMap<string, number>): Clock {
  const count = pairs.get(clock) ?? 0;
  const note = count === 0 ? 'no paired events' : 'paired, but not with clocks that lead to the reference';
  return { clock, records, pairs: count, state: 'unknown', segments: [], note };
}

function judge(
  clockFit: ClockFit,
  own: ClockStamps,
  contradictions: readonly Contradiction[],
): Pick<Clock, 'state' | 'segments' | 'note'> {
  const wrong = contradictions.filter(item => item.clocks.includes(own.clock));
  const count = wrong.reduce((sum, item) => sum + item.count, 0);
  const range = rangeOf(clockFit, own);
  const segments = segmentsOf(clockFit, own.clock, range);
  const of = clockFit.observations.rows.filter(
    ({ exchange }) =>
      exchange.caller !== exchange.callee && (exchange.caller === own.clock || exchange.callee === own.clock),
  ).length;
  if (count > CONTRADICTORY_SHARE * of) {
    return {
      state: 'contradictory',
      segments: [],
      note: `${count} of ${of} pairs cannot hold together with the others`,
    };
  }
  const isClear = segments.some(segment => largest(segment) > segment.uncertaintyUs);
  if (isClear) return { state: 'corrected', segments, note: stepNote(segments) };
  const measured = segments.reduce((a, b) => (largest(b) > largest(a) ? b : a));
  const uncertaintyUs = Math.max(...segments.map(segment => segment.uncertaintyUs));
  return {
    state: 'agrees',
    segments: [{ from: segments[0]!.from, to: segments.at(-1)!.to, offsetUs: 0, driftPpm: 0, uncertaintyUs }],
    note: `measured ${offsetText(measured.offsetUs)}, less than the uncertainty`,
  };
}

/** The clock's own stamps, but no further from the evidence than the evidence itself is long. */
function rangeOf({ observations }: ClockFit, own: ClockStamps): { from: number; to: number } {
  const index = observations.clocks.indexOf(own.clock);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of observations.rows) {
    if (row.caller === row.callee) continue;
    if (row.caller === index)
      [first, last] = [Math.min(first, row.exchange.sent), Math.max(last, row.exchange.answered!)];
    if (row.callee === index)
      [first, last] = [Math.min(first, row.exchange.received), Math.max(last, row.exchange.replied!)];
  }
  const length = last - first;
  return {
    from: Math.max(Math.min(own.first ?? first, first), first - length),
    to: Math.min(Math.max(own.last ?? last, last), last + length),
  };
}

/** The greatest correction within a segment, in microseconds. */
function largest({ from, to, offsetUs, driftPpm }: ClockSegment): number {
  return Math.max(Math.abs(offsetUs), Math.abs(offsetUs + (driftPpm * (to - from)) / 1e6));
}

function referenceNote({ observations, fitted, models }: ClockFit): string {
  const { steps } = models.get(observations.clocks[fitted.reference]!)!;
  if (steps.length === 0) return 'the others are compared with it';
  return `stepped itself by ${steps.map(step => offsetText(-step.jump)).join(', ')}; the others follow it`;
}

/** Pieces that meet within so many microseconds are apart for their uncertainty, not for a step. */
const MEETING = 5;

function stepNote(segments: readonly ClockSegment[]): string {
  const jumps = segments.slice(1).flatMap((segment, index) => {
    const before = segments[index]!;
    const end = before.offsetUs + (before.driftPpm * (before.to - before.from)) / 1e6;
    const jump = segment.offsetUs - end;
    return Math.abs(jump) > MEETING ? [offsetText(jump)] : [];
  });
  return jumps.length === 0 ? '' : `correction steps by ${jumps.join(', ')}`;
}

function contradictionText({
  clocks,
  count,
  of,
  worst,
  byUs,
}: Contradiction): ClockReport['contradictions'][number] {
  const at = new Date(worst.sent / 1000).toISOString();
  const text =
    `${count} of ${of} exchanges between ${clocks[0]} and ${clocks[1]} cannot hold with the others and were left out; ` +
    `at worst ${worst.name} (${worst.link}, ${at}), where an effect comes ${lengthText(byUs)} before its cause`;
  return { clocks: [...clocks], text, cites: [] };
}
