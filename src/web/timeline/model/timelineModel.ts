import { continuousRuns } from '../../../core/chart/continuousRuns.ts';
import type { EventColumns, EventLane } from '../../../core/chart/eventColumns.ts';
import { heldWithin, paddedView, type TimeView } from '../../../core/chart/timeView.ts';
import type { Gap } from '../../../core/document/bundle.ts';
import type { Micros } from '../../../core/record.ts';

/** One service with its sources. */
export interface LaneGroup {
  service: string;
  /** Into the columns' lanes. */
  lanes: number[];
  events: number;
}

export interface SeriesModel {
  id: string;
  title: string;
  service: string;
  unit: string;
  /** The quiet level, where one is known. */
  baseline: number | null;
  times: Float64Array;
  values: Float64Array;
  /** Where the line goes on without a gap. */
  runs: readonly (readonly [start: number, end: number])[];
  low: number;
  high: number;
}

/** A stretch in which evidence is missing, or whose order is not settled. */
export interface GapBand {
  kind: Gap['kind'];
  /** A source or a service; what is neither concerns all rows. */
  source: string;
  from: Micros;
  to: Micros;
  text: string;
}

/** Everything of a reading that the timeline shows, as it needs it. It never changes. */
export interface TimelineModel {
  columns: EventColumns;
  /** The busiest service first; what names none comes last. */
  groups: LaneGroup[];
  /** Group of each lane. */
  groupOf: Uint16Array;
  /** Events in each lane. */
  laneSizes: Uint32Array;
  series: SeriesModel[];
  gaps: (GapBand & { isEverywhere: boolean })[];
  /** Time of the first event, from which buckets are counted. */
  origin: Micros;
  home: TimeView;
  limits: TimeView;
  /** The time around home that the overview shows while one is in it: all, unless home is a speck in that. */
  near: TimeView;
}

/** What the model is made from, besides the events. */
export interface ModelParts {
  columns: EventColumns;
  series: readonly {
    id: string;
    title: string;
    service: string;
    unit: string;
    baseline: number | null;
    points: readonly (readonly [Micros, number])[];
  }[];
  gaps: readonly GapBand[];
  /** What the draft looked at. */
  window: TimeView | null;
  /** Instants that must be reachable too, such as those of moments. */
  placed: readonly Micros[];
}

/** Makes the model. */
export function createModel({ columns, series, gaps, window, placed }: ModelParts): TimelineModel {
  const laneSizes = new Uint32Array(columns.lanes.length);
  for (const lane of columns.lane) laneSizes[lane]!++;
  const groups = groupLanes(columns.lanes, laneSizes);
  const groupOf = new Uint16Array(columns.lanes.length);
  for (const [group, { lanes }] of groups.entries()) for (const lane of lanes) groupOf[lane] = group;
  const times = [...ends(columns), ...placed, ...series.flatMap(({ points }) => endsOf(points))];
  const all = paddedView({
    from: times.reduce((least, at) => Math.min(least, at), window?.from ?? Infinity),
    to: times.reduce((most, at) => Math.max(most, at), window?.to ?? -Infinity),
  });
  const home = window && window.to > window.from ? paddedView(window) : all;
  const limits = {
    from: Math.min(all.from, window?.from ?? Infinity),
    to: Math.max(all.to, window?.to ?? -Infinity),
  };
  return {
    columns,
    groups,
    groupOf,
    laneSizes,
    series: series.map(({ points, ...about }) => ({ ...about, ...valuesOf(points, about.baseline) })),
    gaps: placeGaps(gaps, columns.lanes),
    origin: columns.at[0] ?? 0,
    home,
    limits,
    near: isSpeck(home, limits) ? heldWithin(paddedView(home, SURROUNDINGS), limits) : limits,
  };
}

/** Of the whole, a share that a strip as wide as a screen shows too small to be held by a hand. */
const SPECK = 1 / 40;
/** What of the time around home a strip shows then, on each side, in lengths of home. */
const SURROUNDINGS = 6;

/** One file of another year makes everything else a speck. */
const isSpeck = (home: TimeView, limits: TimeView): boolean =>
  home.to - home.from < SPECK * (limits.to - limits.from);

function groupLanes(lanes: readonly EventLane[], sizes: Uint32Array): LaneGroup[] {
  const groups = new Map<string, LaneGroup>();
  for (const [lane, { service }] of lanes.entries()) {
    const group = groups.get(service) ?? { service, lanes: [], events: 0 };
    groups.set(service, group);
    group.lanes.push(lane);
    group.events += sizes[lane]!;
  }
  for (const group of groups.values()) group.lanes.sort((one, other) => sizes[other]! - sizes[one]!);
  const isNameless = ({ service }: LaneGroup): number => Number(service === '');
  return [...groups.values()].sort((a, b) => isNameless(a) - isNameless(b) || b.events - a.events);
}

function placeGaps(gaps: readonly GapBand[], lanes: readonly EventLane[]): TimelineModel['gaps'] {
  const known = new Set(lanes.flatMap(({ source, service }) => [source, service]).filter(Boolean));
  return gaps.map(gap => ({ ...gap, isEverywhere: !known.has(gap.source) }));
}

const ends = ({ at, count }: EventColumns): Micros[] => (count === 0 ? [] : [at[0]!, at[count - 1]!]);
const endsOf = (points: readonly (readonly [Micros, number])[]): Micros[] =>
  points.length === 0 ? [] : [points[0]![0], points.at(-1)![0]];

function valuesOf(points: readonly (readonly [Micros, number])[], baseline: number | null) {
  const shown = points.filter(([, value]) => Number.isFinite(value));
  const values = Float64Array.from(shown, ([, value]) => value);
  const all: number[] = baseline === null ? [...values] : [...values, baseline];
  return {
    times: Float64Array.from(shown, ([at]) => at),
    runs: continuousRuns(shown.map(([at]) => at)),
    values,
    low: all.reduce((least, value) => Math.min(least, value), Infinity),
    high: all.reduce((most, value) => Math.max(most, value), -Infinity),
  };
}
