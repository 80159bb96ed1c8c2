import type { Timeline } from '../../timeline/proposeTimeline.ts';
import type { Bundle, ClockReport, Coverage, Excerpt, Lane, Series } from '../bundle.ts';
import type { Ranking, WithEvidence } from '../evidence.ts';

/** Requests that reached the system from outside, before, during and after the impact. */
export interface PhaseFigures {
  requests: number;
  failed: number;
  p50Ms: number | null;
  p95Ms: number | null;
}

export interface OperationFigures {
  service: string;
  name: string;
  requests: number;
  failed: number;
  p95Ms: number | null;
  p95BeforeMs: number | null;
}

/** The impact in numbers, each with the SQL over `records` that gave it. */
export interface ImpactFigures {
  /** What counts as a request. */
  measuredBy: 'access logs' | 'traces';
  before: PhaseFigures | undefined;
  during: PhaseFigures;
  after: PhaseFigures | undefined;
  query: string;
  /** Operations that failed or slowed most, worst first. */
  operations: OperationFigures[];
  operationsQuery: string;
}

/** Everything that a draft is composed from. */
export interface DraftInput {
  title: string | undefined;
  generatedAt: string;
  generator: string;
  timeline: Timeline;
  /** Excerpts of all rows that the timeline names. */
  excerpts: ReadonlyMap<number, Excerpt>;
  figures: ImpactFigures | undefined;
  ranking: Ranking;
  series: WithEvidence<Series>[];
  lanes: Lane[];
  events: Excerpt[];
  eventsOmitted: number;
  coverage: Coverage[];
  clocks: ClockReport;
  redactions: Bundle['redactions'];
  evidence: Bundle['evidence'];
  /** How many records of each kind there are. */
  counts: Readonly<Record<string, number>>;
}
