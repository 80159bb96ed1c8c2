import type { DuckDBConnection } from '@duckdb/node-api';
import type { Bundle, ClockReport, Coverage, Series } from '../../core/document/bundle.ts';
import { composeDraft } from '../../core/document/draft/composeDraft.ts';
import { worthNaming } from '../../core/document/draft/hypotheses.ts';
import type { WithEvidence } from '../../core/document/evidence.ts';
import type { Micros } from '../../core/record.ts';
import { type ChosenSeries, chooseSeries } from '../../core/timeline/chooseSeries.ts';
import { gridEnd } from '../../core/timeline/grid.ts';
import type { Observations, Slowing } from '../../core/timeline/observation.ts';
import { proposeTimeline, type Timeline } from '../../core/timeline/proposeTimeline.ts';
import { type Course, readCourse } from '../../core/timeline/readCourse.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import type { Progress } from '../progress.ts';
import { rankSuspects } from '../suspects/rankSuspects.ts';
import { observe } from '../timeline/observe.ts';
import { readExcerpts } from '../timeline/readNoted.ts';
import { readScope } from '../timeline/readScope.ts';
import { readSlowing } from '../timeline/readSlowing.ts';
import { readEvents } from './readEvents.ts';
import { readFigures } from './readFigures.ts';
import { readLanes } from './readLanes.ts';

export interface DraftOptions {
  title?: string | undefined;
  /** What a person asked for; either end may be open. */
  window?: { from?: Micros | undefined; to?: Micros | undefined };
  coverage: Coverage[];
  clocks: ClockReport;
  redactions: Bundle['redactions'];
  evidence: Bundle['evidence'];
  generatedAt: string;
  generator: string;
  progress?: Progress | undefined;
}

/** Time before a given window that is read as well, to know what normal was; at least as long as the window itself. */
const LEAD = 5 * 60e6;

/** Drafts a postmortem from the `records` view of an open connection. Leaves temp tables of its own behind. */
export async function draftFromRecords(connection: DuckDBConnection, options: DraftOptions): Promise<Bundle> {
  const { window: asked, progress = () => undefined, ...rest } = options;
  progress('finding moments', 0, 0);
  const counts = await countKinds(connection);
  const scope = await readScope(connection);
  const window = asked && within(given(asked, scope), scope);
  const range = window === undefined ? scope : withLead(window, scope?.from ?? window.from);
  const seen = await observe(connection, range ?? NOTHING, window === undefined ? scope?.apart : []);
  const course = readCourse(seen, window);
  progress('weighing suspects', 0, 0);
  const ranking = await rankSuspects(
    connection,
    leavesBaseline(window, scope) ? window : impactWindow(course),
  );
  progress('drafting', 0, 0);
  const timeline = proposeTimeline(seen, course, {
    slowing: await slowingIn(connection, seen, course),
    suspects: worthNaming(ranking.suspects).map(({ service }) => service),
  });
  const series = chooseSeries(seen, timeline.story).map(withEvidence);
  const rows = rowsIn(timeline);
  const { events, omitted } = await readEvents(connection, timeline.window, rows);
  return composeDraft({
    ...rest,
    title: options.title,
    timeline,
    excerpts: await readExcerpts(connection, rows),
    figures: await figuresOf(connection, seen, timeline),
    ranking,
    series,
    lanes: await readLanes(connection, timeline.window),
    events,
    eventsOmitted: omitted,
    counts,
  });
}

/** A window that takes in more of the evidence than this leaves no quiet time to compare with. */
const MOST_OF_EVIDENCE = 0.8;

/** Whether somebody gave a window, and there is evidence outside it. */
const leavesBaseline = (window: Span | undefined, scope: Span | undefined): boolean =>
  window !== undefined &&
  (scope === undefined || window.to - window.from < MOST_OF_EVIDENCE * (scope.to - scope.from));

/** Where to look for causes when nobody gave a window that helps: the impact, or what the ranking finds by itself. */
const impactWindow = ({ impact, window }: Course): { from?: Micros; to?: Micros } =>
  impact === undefined ? {} : { from: impact.from, to: impact.to ?? window.to };

/** Calls that slowed during the impact; none where there is no time outside it to compare with. */
async function slowingIn(
  connection: DuckDBConnection,
  seen: Observations,
  { impact }: Course,
): Promise<Slowing[]> {
  if (impact === undefined) return [];
  return readSlowing(connection, { from: impact.from, to: impact.to ?? gridEnd(seen.grid) });
}

interface Span {
  from: Micros;
  to: Micros;
}

const NOTHING = { from: 0, to: 1e6 };

/** The window with the time before it, as far as there is evidence. */
function withLead({ from, to }: { from: Micros; to: Micros }, first: Micros): { from: Micros; to: Micros } {
  return { from: Math.min(from, Math.max(first, from - Math.max(LEAD, to - from))), to };
}

/** The part of a window in which there is evidence; the window itself where there is none. */
function within(window: Span | undefined, scope: Span | undefined): Span | undefined {
  if (window === undefined || scope === undefined) return window;
  const from = Math.max(window.from, scope.from);
  const to = Math.min(window.to, scope.to);
  return from < to ? { from, to } : window;
}

function given(
  { from, to }: NonNullable<DraftOptions['window']>,
  scope: { from: Micros; to: Micros } | undefined,
): { from: Micros; to: Micros } | undefined {
  if (from === undefined && to === undefined) return undefined;
  const start = from ?? Math.min(scope?.from ?? 0, to! - 1);
  return { from: start, to: to ?? Math.max(scope?.to ?? 0, start + 1) };
}

async function countKinds(connection: DuckDBConnection): Promise<Record<string, number>> {
  const rows = await rowsOf<{ kind: string; n: number }>(
    connection,
    'select kind, count(*) as n from records group by kind',
  );
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

const rowsIn = ({ moments, turns, gaps, impact }: Timeline): number[] => [
  ...new Set(
    [
      ...moments,
      ...Object.values(turns),
      ...gaps,
      ...(impact === undefined ? [] : [impact.start, impact.end, ...impact.support]),
    ].flatMap(({ grounds }) => grounds.flatMap(ground => ground.rows)),
  ),
];

function figuresOf(connection: DuckDBConnection, { grid, overlaps }: Observations, { impact }: Timeline) {
  if (impact === undefined) return undefined;
  return readFigures(connection, {
    from: grid.from,
    to: gridEnd(grid),
    impactFrom: impact.from,
    impactTo: impact.to ?? gridEnd(grid),
    repeated: overlaps.filter(({ shared, sizes }) => shared >= sizes[1] * 0.95).map(({ paths }) => paths[1]),
  });
}

function withEvidence({ grounds, ...series }: ChosenSeries): WithEvidence<Series> {
  return {
    ...series,
    evidence: grounds.map(({ label, count, query }) => ({
      label,
      records: [],
      count,
      ...(query !== undefined && { query }),
      series: series.id,
    })),
  };
}
