import { paddedView, type TimeView } from '../../../core/chart/timeView.ts';
import type { Excerpt, Gap, Lane, Moment, Series } from '../../../core/document/bundle.ts';
import type { PageData } from '../../../core/document/pageData.ts';
import type { Micros } from '../../../core/record.ts';

/** One event that can be drawn singly; `index` is its place in the bundle's list. */
export interface Mark {
  at: Micros;
  event: Excerpt;
  index: number;
}

export interface LaneModel {
  lane: Lane;
  /** Ascending in time. */
  marks: Mark[];
  gaps: Gap[];
  /** Records in the fullest bucket, at least 1. */
  peak: number;
}

/** The bundle as the timeline needs it: in lanes, in order, with the limits of time. */
export interface TimelineModel {
  lanes: LaneModel[];
  series: { series: Series; low: number; high: number }[];
  /** Ascending in time. */
  moments: Moment[];
  marks: Mark[];
  /** Gaps of everything, not of one lane. */
  gaps: Gap[];
  window: TimeView;
  home: TimeView;
  /** As far as one can move: all that has a time, even a clock that stood at 1970. */
  limits: TimeView;
}

/** What a gap names that concerns all sources. */
const EVERYWHERE = new Set(['', 'all sources']);

/** Sorts the page's data into lanes. Events of a source without a lane get one of their own. */
export function timelineModel(data: PageData): TimelineModel {
  const marks = data.events
    .map((event, index) => ({ at: event.at ?? Number.NaN, event, index }))
    .filter(mark => Number.isFinite(mark.at))
    .sort((a, b) => a.at - b.at);
  const known = new Set(data.lanes.map(lane => lane.source));
  const byLane = Map.groupBy(marks, ({ event }) => laneOf(event, known));
  const missing = [...byLane].filter(([name]) => !known.has(name)).map(([name, own]) => bareLane(name, own));
  const lanes = [...data.lanes, ...missing];
  const home = paddedView(data.window);
  const moments = data.moments.toSorted((a, b) => a.at - b.at);
  return {
    lanes: lanes.map(lane => laneModel(lane, byLane.get(lane.source) ?? [], data.gaps)),
    series: data.series.map(series => ({ series, ...levels(series) })),
    moments,
    marks,
    gaps: data.gaps.filter(gap => EVERYWHERE.has(gap.source)),
    window: data.window,
    home,
    limits: limitsOf(home, [...marks, ...moments]),
  };
}

/** A lane stands for a source or for a service; what names both belongs to its source's. */
function laneOf(item: { source: string; service: string }, lanes: ReadonlySet<string>): string {
  return !lanes.has(item.source) && lanes.has(item.service) ? item.service : item.source;
}

function laneModel(lane: Lane, marks: Mark[], gaps: Gap[]): LaneModel {
  const peak = lane.density.reduce((most, value) => Math.max(most, value), 1);
  return {
    lane,
    marks,
    peak,
    gaps: gaps.filter(
      gap => gap.source === lane.source || (gap.source !== '' && gap.source === lane.service),
    ),
  };
}

function bareLane(source: string, marks: Mark[]): Lane {
  return { source, service: marks[0]?.event.service ?? '', records: marks.length, density: [], errors: [] };
}

function levels(series: Series): { low: number; high: number } {
  const values = series.points.map(point => point[1]).filter(Number.isFinite);
  if (series.baseline !== null) values.push(series.baseline);
  return {
    low: values.reduce((least, value) => Math.min(least, value), Infinity),
    high: values.reduce((most, value) => Math.max(most, value), -Infinity),
  };
}

function limitsOf(home: TimeView, placed: readonly { at: Micros }[]): TimeView {
  const from = placed.reduce((least, { at }) => Math.min(least, at), home.from);
  const to = placed.reduce((most, { at }) => Math.max(most, at), home.to);
  const span = home.to - home.from;
  return {
    from: from < home.from ? from - span / 10 : home.from,
    to: to > home.to ? to + span / 10 : home.to,
  };
}
