import type { Micros } from '../record.ts';
import type { Stretch } from './observation.ts';

/** How many records fall into one hour, counted apart for histories (changes, snapshots) that reach far back. */
export interface HourCount {
  /** Hours since 1970. */
  hour: number;
  isHistory: boolean;
  records: number;
  first: Micros;
  last: Micros;
}

export interface Scope {
  from: Micros;
  /** Exclusive. */
  to: Micros;
  /** Records with a time that lie outside. */
  outside: number;
  /** The other stretches, the largest first. */
  apart: Stretch[];
}

/** Stretches further apart than this belong to different days, not to one incident. */
const BREAK_HOURS = 6;

/**
 * The busiest stretch of records that no long break interrupts. Stamps of a reset clock (1970) and old commits fall
 * outside. Without any telemetry, the histories themselves are the evidence. Undefined when nothing has a time.
 */
export function chooseScope(hours: readonly HourCount[]): Scope | undefined {
  const telemetry = hours.filter(hour => !hour.isHistory);
  const counted = telemetry.length > 0 ? telemetry : hours;
  const stretches: HourCount[][] = [];
  for (const hour of [...counted].sort((a, b) => a.hour - b.hour)) {
    const open = stretches.at(-1);
    if (open !== undefined && hour.hour - open.at(-1)!.hour <= BREAK_HOURS) open.push(hour);
    else stretches.push([hour]);
  }
  const [busiest, ...apart] = stretches.map(spanOf).sort((a, b) => b.records - a.records || a.from - b.from);
  if (busiest === undefined) return undefined;
  return {
    from: busiest.from,
    to: busiest.to,
    outside: apart.reduce((sum, stretch) => sum + stretch.records, 0),
    apart,
  };
}

const spanOf = (stretch: readonly HourCount[]): Stretch => ({
  from: Math.min(...stretch.map(hour => hour.first)),
  to: Math.max(...stretch.map(hour => hour.last)) + 1,
  records: stretch.reduce((sum, hour) => sum + hour.records, 0),
});

/** Metrics that reach this many times further than everything else are a day's history around a short export. */
const FAR = 10;
const LEAST_MARGIN = 30 * 60e6;

/**
 * The scope without metrics far away from what logs, spans, alerts and people tell of: a day of metrics beside three
 * minutes of traces would make every bucket too wide to see them.
 */
export function narrowScope(scope: Scope, told: { from: Micros; to: Micros }): Scope {
  const length = told.to - told.from;
  if (scope.to - scope.from < FAR * Math.max(length, LEAST_MARGIN / FAR)) return scope;
  const margin = Math.max(LEAST_MARGIN, 2 * length);
  return {
    ...scope,
    from: Math.max(scope.from, told.from - margin),
    to: Math.min(scope.to, told.to + margin),
  };
}
