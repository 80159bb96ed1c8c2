/**
 * The bundle: everything a draft says, as data. `bundle.json` is this value; the Markdown and the HTML page are two
 * renderings of it. Its JSON Schema is published beside it and a test holds the two together.
 */
import type { Level, Micros, Precision, RecordKind } from '../record.ts';

/** Names one piece of evidence inside a bundle: `e1`, `e2` … Sentences cite these. */
export type CitationId = string;

/** A sentence and what it rests on. A sentence without a citation must be marked as inferred. */
export interface Sentence {
  text: string;
  cites: CitationId[];
  basis: 'evidence' | 'inferred' | 'unknown';
}

/** A frozen record as a reader is shown it. Already redacted. */
export interface Excerpt {
  at: Micros | null;
  atRaw: string;
  precision: Precision;
  source: string;
  path: string;
  line: number;
  host: string;
  service: string;
  level: Level;
  kind: RecordKind;
  name: string;
  body: string;
  traceId: string;
  spanId: string;
  durationUs: number | null;
  value: number | null;
  attributes: string;
}

/** What a citation shows: some records, a computed figure with the query that gives it, a series, or a whole file. */
export interface Citation {
  id: CitationId;
  /** What it shows, in a few words. */
  label: string;
  records: Excerpt[];
  /** How many records stand behind it in all, when more than `records` shows. */
  count: number;
  /** SQL over `evidence/records.parquet` (as `records`) that gives the same again, when the citation is a computation. */
  query?: string;
  series?: string;
  path?: string;
}

export type MomentKind =
  | 'impact-start'
  | 'detection'
  | 'acknowledgement'
  | 'mitigation'
  | 'restore'
  | 'deploy'
  | 'config-change'
  | 'restart'
  | 'alert-firing'
  | 'alert-resolved'
  | 'first-error'
  | 'error-burst'
  | 'rate-change'
  | 'latency-change'
  | 'metric-change'
  | 'message'
  | 'silence'
  | 'last-of-kind'
  | 'other';

/** One moment of the timeline, with its source, its clock and its uncertainty. */
export interface Moment {
  id: string;
  at: Micros;
  /** Until when, for moments with a length (bursts, silences). */
  until?: Micros;
  uncertaintyUs: number | null;
  kind: MomentKind;
  title: string;
  /** Why the rule proposes it. */
  reason: string;
  /** 0…1, how much it matters; the timeline keeps the 20 to 40 highest. */
  weight: number;
  /** Shown in the document; the others are a click away. */
  kept: boolean;
  /** 0…1, for proposed phase moments. */
  confidence?: number;
  source: string;
  service: string;
  cites: CitationId[];
}

export interface Phase {
  name: 'before' | 'impact' | 'detected' | 'mitigated' | 'restored';
  from: Micros;
  to: Micros;
}

/** Something about the evidence that a reader must know before trusting an order or an absence. */
export interface Gap {
  kind:
    | 'silence'
    | 'missing-span'
    | 'impossible-order'
    | 'unsettled-order'
    | 'no-time'
    | 'unread'
    | 'skipped'
    | 'sampling'
    | 'rotation'
    | 'duplicate'
    | 'no-baseline'
    | 'clock-contradiction'
    | 'zone-assumed';
  source: string;
  from?: Micros;
  to?: Micros;
  count?: number;
  text: string;
  cites: CitationId[];
}

/** One row of the coverage table: what a file was read as, and what was not understood. */
export interface Coverage {
  path: string;
  sha256: string;
  bytes: number;
  /** Reader name to number of records read by it. */
  readers: Record<string, number>;
  records: number;
  /** Lines (or entries) in the file, continuation lines included. */
  lines: number;
  /** Continuation lines folded into the record before. */
  folded: number;
  /** Kept as text because no reader understood them. */
  text: number;
  withoutTime: number;
  from: Micros | null;
  to: Micros | null;
  zone: string;
  /** How the zone is known: written in the stamps, given with `--tz`, inferred from overlap, or assumed. */
  zoneBasis: 'written' | 'given' | 'inferred' | 'assumed' | 'none';
  /** Not read at all, and why; `''` when read. */
  skipped: string;
  notes: string[];
}

/** A straight piece of a clock's correction: `correction(t) = offsetUs + driftPpm × 1e-6 × (t − from)`. */
export interface ClockSegment {
  from: Micros;
  to: Micros;
  /** Microseconds to add to the source's stamps at `from` to come onto the reference clock. */
  offsetUs: number;
  driftPpm: number;
  uncertaintyUs: number;
}

/** What is known of one clock (a host, or a source where no host is named) against the reference. */
export interface Clock {
  clock: string;
  /** Records that this clock stamped. */
  records: number;
  pairs: number;
  /** reference: the clock others are compared with · corrected · agrees: offset inside its uncertainty, so left alone · unknown: no pairs */
  state: 'reference' | 'corrected' | 'agrees' | 'unknown' | 'contradictory';
  segments: ClockSegment[];
  note: string;
}

export interface ClockReport {
  reference: string;
  clocks: Clock[];
  /** Pairs that cannot all be true, with the events by name. */
  contradictions: { clocks: string[]; text: string; cites: CitationId[] }[];
}

export type CauseKind =
  | 'cpu'
  | 'memory'
  | 'disk'
  | 'network-delay'
  | 'network-loss'
  | 'exception'
  | 'wrong-result'
  | 'slow-code'
  | 'dependency'
  | 'saturation'
  | 'crash'
  | 'deploy'
  | 'config'
  | 'certificate'
  | 'quota'
  | 'traffic'
  | 'unknown';

/** A candidate for a cause: the service or component, the kind of cause, and why. A person decides. */
export interface Suspect {
  rank: number;
  service: string;
  /** Narrower than the service where the evidence allows: pod, host, operation, query. */
  component: string;
  kind: CauseKind;
  /** 0…1, comparable inside one list only. */
  score: number;
  /** One sentence. */
  reason: string;
  signals: {
    from: 'metric' | 'log' | 'trace' | 'change' | 'alert';
    text: string;
    score: number;
    cites: CitationId[];
  }[];
  from: Micros | null;
  cites: CitationId[];
}

/** A small graph: one series that moved, thinned to what a screen can show. */
export interface Series {
  id: string;
  title: string;
  service: string;
  unit: string;
  points: [Micros, number][];
  /** The quiet level, where a baseline exists. */
  baseline: number | null;
  cites: CitationId[];
}

export interface ProposedAction {
  title: string;
  kind: 'prevent' | 'detect' | 'mitigate' | 'respond' | 'learn';
  /** How a machine or a person proves it done; backticks mark code (PromQL, SQL). */
  verification: string;
  because: Sentence;
}

export interface Figure {
  label: string;
  value: string;
  cites: CitationId[];
}

/** A lane of the interactive timeline: one source (or service), its density and its notable events. */
export interface Lane {
  source: string;
  service: string;
  records: number;
  /** Equal buckets over `window`: records and errors in each. */
  density: number[];
  errors: number[];
}

export interface Bundle {
  $schema: string;
  format: 'afterword/bundle';
  version: 1;
  title: string;
  generatedAt: string;
  generator: string;
  /** What the draft looks at; half-open. */
  window: { from: Micros; to: Micros; basis: 'given' | 'proposed' | 'all' };
  summary: Sentence[];
  impact: { sentences: Sentence[]; figures: Figure[] };
  moments: Moment[];
  phases: Phase[];
  suspects: Suspect[];
  hypotheses: { statement: Sentence; suspect: number | null; test: string }[];
  unknowns: Sentence[];
  actions: ProposedAction[];
  series: Series[];
  lanes: Lane[];
  /** Events that the page can show one by one: notable ones first, thinned; `eventsOmitted` says how many are only in the Parquet file. */
  events: Excerpt[];
  eventsOmitted: number;
  coverage: Coverage[];
  gaps: Gap[];
  clocks: ClockReport;
  redactions: { rule: string; kind: string; replacements: number; values: number }[];
  citations: Citation[];
  evidence: { path: string; sha256: string; bytes: number; state: 'sealed' | 'referenced' }[];
}
