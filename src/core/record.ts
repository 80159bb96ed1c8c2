/**
 * The record: one line of log, one span, one sample, one event. Everything that was frozen becomes records,
 * and every later stage (clocks, timeline, suspects, draft) asks questions of records only.
 */

/** How fine the source wrote its time. `''` when it wrote none. */
export type Precision = 'ns' | 'us' | 'ms' | 's' | 'min' | 'day' | '';

/**
 * What a record is.
 *
 * - `log`: a line that a program wrote · `span`: a unit of work with a duration · `metric`: one sample of a series
 * - `event`: something that happened to a thing (Kubernetes event, test result, restart)
 * - `alert`: a signal that fired or resolved · `change`: a deploy, commit, rollout, flag or config change
 * - `message`: something a person wrote (chat) · `object`: a snapshot of state (a Kubernetes manifest)
 */
export type RecordKind = 'log' | 'span' | 'metric' | 'event' | 'alert' | 'change' | 'message' | 'object';

/** Severity, normalised. `''` when the source has none. */
export type Level = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | '';

/** Microseconds since 1970-01-01T00:00:00Z; a safe integer until the year 2255. */
export type Micros = number;

export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | AttributeValue[]
  | { [key: string]: AttributeValue };

export type Attributes = { [key: string]: AttributeValue };

/**
 * What a reader makes of one entry of a file, before redaction. The pipeline adds `path`, `source` (when the
 * reader did not name one), redaction and, later, the clock correction.
 */
export interface ReadRecord {
  /** UTC; undefined when the entry has no time that can be found. */
  at: Micros | undefined;
  /** The time exactly as the source wrote it, `''` when it wrote none. */
  atRaw: string;
  precision: Precision;
  /** Whether the source said which zone its time is in (epochs count as zoned). */
  zoned: boolean;
  kind: RecordKind;
  /** The logical origin, when the entry itself names one (e.g. a Slack channel, a job). Default: the file. */
  source?: string | undefined;
  /** Machine whose clock stamped it. */
  host?: string | undefined;
  service?: string | undefined;
  level?: Level | undefined;
  traceId?: string | undefined;
  spanId?: string | undefined;
  parentSpanId?: string | undefined;
  durationUs?: number | undefined;
  /** Span operation, metric name, alert name, event reason, test name, change title. */
  name?: string | undefined;
  /** Sample value of a metric. */
  value?: number | undefined;
  /** The message for people. For a log line: what remains after time, level, host and the like were taken out. */
  body: string;
  /** Everything else that the source said; small and flat where possible. Instance identity uses `pod`, `container`, `namespace`. */
  attributes?: Attributes | undefined;
  /** 1-based line (or entry number in a document) where it starts; set by the caller for line readers. */
  line?: number | undefined;
}

/** The columns of `records`, in order: what the Parquet, NDJSON and CSV outputs hold, and what SQL may name. */
export const RECORD_COLUMNS = [
  ['at', 'timestamptz'], // corrected onto the reference clock; null when no time was found
  ['at_raw', 'varchar'],
  ['precision', 'varchar'],
  ['source', 'varchar'],
  ['path', 'varchar'],
  ['line', 'integer'],
  ['host', 'varchar'],
  ['service', 'varchar'],
  ['level', 'varchar'],
  ['trace_id', 'varchar'],
  ['span_id', 'varchar'],
  ['parent_span_id', 'varchar'],
  ['duration_us', 'bigint'],
  ['kind', 'varchar'],
  ['name', 'varchar'],
  ['value', 'double'],
  ['body', 'varchar'],
  ['attributes', 'varchar'], // JSON object text, '' when none
  ['clock_correction_us', 'bigint'], // already added to `at`; 0 when nothing is known
  ['clock_uncertainty_us', 'bigint'], // null when the clock could not be compared with any other
] as const;
