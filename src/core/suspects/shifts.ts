/**
 * What the evidence says about the window beside its baseline, as small plain values: the input of the ranking.
 * Times and durations in microseconds. A missing baseline is null (or 0 samples), never a guess.
 */
import type { Micros } from '../record.ts';

/** Time spent in one operation (`self`), or lost between two services (`edge`: `other` calls `service`). */
export interface Cost {
  kind: 'self' | 'edge';
  service: string;
  /** The operation, or the calling service (for an edge between log lines, whoever was in the request first). */
  other: string;
  /** Samples in the window, and their median. */
  n: number;
  level: number;
  /** Samples above the usual range, and their mean ln(µs + 100); null for none. */
  hits: number;
  hitLog: number | null;
  baselineN: number;
  baselineLevel: number | null;
  /** Median absolute deviation of ln(µs + 100) in the baseline. */
  spread: number | null;
  baselineHits: number;
  /** The same against all costs of this kind in the records: the yardstick where there is hardly a baseline. */
  peerHits: number;
  peerHitLog: number | null;
  peerLevel: number;
  peerSpread: number;
}

/** How many requests showed an event (a log statement, a call to another service, a failed span), and how many were expected to. */
export interface Pattern {
  service: string;
  kind: 'log' | 'call' | 'failure';
  event: string;
  /** One such log line; `''` for others. */
  example: string;
  /** 0 plain, 1 warning, 2 error. */
  severity: number;
  isException: boolean;
  /** Whether the units are requests; single lines otherwise. */
  isTraced: boolean;
  /** Units in the window of the classes in which the event could be compared, and the same in the baseline. */
  units: number;
  baselineUnits: number;
  expected: number;
  seen: number;
  /** Seen in requests of a class that the baseline does not know. */
  fresh: number;
  /** Times the event was seen anywhere in the baseline. */
  baselineSeen: number;
}

/** One metric series in the window beside its own past. */
export interface MetricShift {
  service: string;
  name: string;
  pod: string | null;
  n: number;
  low: number | null;
  high: number | null;
  level: number | null;
  highAt: Micros | null;
  baselineN: number;
  /** At 0, 1, 5, 25, 50, 75, 95, 99 and 100 %; null without a baseline. */
  quantiles: number[] | null;
  /** Median of the same metric over all services, in the window. */
  peerLevel: number | null;
  /** Services that have this metric. */
  peers: number;
  /** Whether it reported until shortly before the window and never again, while other series went on. */
  isSilent: boolean;
}

/** A deploy, a config change, an alert or an event of the platform near the window. */
export interface Notice {
  kind: 'change' | 'alert' | 'event';
  /** `''` when the record names none. */
  service: string;
  name: string;
  body: string;
  at: Micros;
}

/** One service calls another, so often. */
export interface Call {
  caller: string;
  callee: string;
}

/** Everything that the ranking looks at. */
export interface Shifts {
  window: { from: Micros; to: Micros };
  costs: Cost[];
  patterns: Pattern[];
  metrics: MetricShift[];
  notices: Notice[];
  calls: Call[];
  /** Requests (or single log lines) in the window. */
  units: number;
  /** Minutes of the baseline in which there were requests. */
  baselineMinutes: number;
  /** Median duration of whole requests in the baseline, µs; null without traces. */
  requestUs: number | null;
}
