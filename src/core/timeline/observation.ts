/**
 * What the timeline's rules judge: small values that SQL gives over the records, never the records themselves.
 * A `row` is a record's number in that run; excerpts are looked up by it once, at the end.
 */
import type { Excerpt } from '../document/bundle.ts';
import type { Level, Micros } from '../record.ts';

/** A record that something can point at. */
export interface Mark {
  row: number;
  at: Micros;
  /** Clock uncertainty plus what the stamp's precision hides; null when the clock was never compared with another. */
  uncertaintyUs: number | null;
  source: string;
  service: string;
}

/** A whole record, for the kinds of which there are few: alerts, changes, messages. */
export interface NotedRecord extends Excerpt {
  row: number;
  at: Micros;
  uncertaintyUs: number | null;
}

/** A run of alike records of one service: the same masked error, the same topic, the same event reason. */
export interface Run {
  /** Masked template, topic of the phrase table, or event reason. */
  name: string;
  service: string;
  level: Level;
  count: number;
  first: Mark;
  last: Mark;
  example: string;
  /** Rows worth showing, at most five. */
  rows: number[];
  query: string;
}

/** Error lines that are alike once numbers and ids are masked, with how many fell into each bucket. */
export interface ErrorKind extends Run {
  counts: number[];
  /** When this service's log lines begin and end: outside, the absence of an error says nothing. */
  heardFrom: Micros;
  heardTo: Micros;
}

/** Equal buckets over the observed range; bucket `i` starts at `from + i × step`. */
export interface Grid {
  from: Micros;
  step: number;
  buckets: number;
}

/** Requests of one service (spans that serve, or access-log lines), per bucket. */
export interface RequestSeries {
  service: string;
  /** Whether people or other systems outside call it: traces begin here, or it writes an access log. */
  edge: boolean;
  /** The SQL over `records` that gives these figures again. */
  query: string;
  requests: number[];
  failures: number[];
  /** The first and the last failed request of each bucket. */
  firstFailure: (Mark | null)[];
  lastFailure: (Mark | null)[];
  /** The first and the last request of each bucket that took much longer than is usual for the service. */
  firstSlow: (Mark | null)[];
  lastSlow: (Mark | null)[];
  /** Median and 95th percentile of the duration in milliseconds; null where a bucket has none. */
  p50: (number | null)[];
  p95: (number | null)[];
}

/** Log lines of one service per bucket, where no requests can be counted. */
export interface LogSeries {
  service: string;
  lines: number[];
  errors: number[];
  firstError: (Mark | null)[];
  lastError: (Mark | null)[];
  query: string;
}

/** One metric series, averaged per bucket; counters come as rates a second. */
export interface MetricSeries {
  name: string;
  service: string;
  /** Pod, instance or label set: what tells it from its siblings. */
  instance: string;
  source: string;
  counter: boolean;
  /** As the record gives it; `''` when it gives none. */
  unit: string;
  values: (number | null)[];
  /** One row in each bucket. */
  rows: (number | null)[];
  query: string;
}

/** Calls of one service, or from one service to another, that took far longer during the impact than outside it. */
export interface Slowing {
  /** The calls themselves, or the way between caller and callee. */
  on: 'call' | 'way';
  service: string;
  /** The operation; for the way, the caller. */
  what: string;
  usualUs: number;
  /** How long the first slow one took. */
  firstUs: number;
  /** Slow ones, of all calls of this kind during the impact. */
  count: number;
  of: number;
  first: Mark;
  rows: number[];
  query: string;
}

/** A source that fell quiet against its own rhythm. */
export interface Quiet {
  source: string;
  service: string;
  /** The last record before, and the first after; undefined when it never spoke again. */
  before: Mark;
  after: Mark | undefined;
  /** What it usually leaves between two records, microseconds (99th percentile of its gaps). */
  usualUs: number;
  records: number;
}

/** Spans of one service whose parent is in no file, or that begin before their parent. */
export interface SpanFault {
  service: string;
  /** The parent's service, when known. */
  parent: string;
  count: number;
  of: number;
  /** Largest distance before the parent, microseconds. */
  worstUs: number;
  rows: number[];
}

/** Two files that hold the same records. */
export interface Overlap {
  paths: [string, string];
  shared: number;
  sizes: [number, number];
  /** Whether every shared stamp is finer than a second. */
  fine: boolean;
  rows: number[];
}

/** Records that no long break interrupts; `to` is exclusive. */
export interface Stretch {
  from: Micros;
  to: Micros;
  records: number;
}

/** Everything that the rules look at. */
export interface Observations {
  grid: Grid;
  /** Per bucket: whether anything at all was recorded. Nothing counted in a deaf bucket means nothing. */
  heard: boolean[];
  /** From the first to the last log line or span; undefined without any. Metrics may reach further. */
  told: { from: Micros; to: Micros } | undefined;
  requests: RequestSeries[];
  logs: LogSeries[];
  metrics: MetricSeries[];
  errors: ErrorKind[];
  topics: Run[];
  events: Run[];
  alerts: NotedRecord[];
  changes: NotedRecord[];
  messages: NotedRecord[];
  quiets: Quiet[];
  orphans: SpanFault[];
  rootless: SpanFault[];
  early: SpanFault[];
  /** Traces that logs name, how many of them spans show too, and some of the log lines. */
  sampling: { logged: number; traced: number; rows: number[] };
  overlaps: Overlap[];
  /** All records, and those without a time, outside the observed range, or with an end before their start. */
  strays: {
    endBeforeStart: number;
    outside: number;
    withoutTime: number;
    records: number;
    /** Stretches of records apart from the observed range, the largest first. */
    apart: Stretch[];
  };
}
