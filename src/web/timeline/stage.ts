import type { TimeView } from '../../core/chart/timeView.ts';
import type { ZoneClock } from '../../core/chart/zoneClock.ts';
import type { Micros } from '../../core/record.ts';
import type { Palette } from '../draft/timeline/palette.ts';
import type { Layout } from './layout.ts';
import type { ShownEvents } from './model/shownEvents.ts';
import type { SeriesModel, TimelineModel } from './model/timelineModel.ts';
import type { Flag, PhaseBand } from './model/timelineNotes.ts';

/** What can be pointed at and chosen. `place` is that of an event in the columns. */
export type Chosen =
  | { kind: 'moment'; at: Micros; id: string }
  | { kind: 'event'; at: Micros; place: number };

/** What a pointer can be over. */
export type Target =
  | { kind: 'flag'; flag: Flag }
  | { kind: 'event'; place: number }
  | { kind: 'bar'; title: string; from: Micros; to: Micros; events: number; errors: number }
  | { kind: 'sample'; series: SeriesModel; at: Micros; value: number }
  | { kind: 'gap'; text: string };

/** A flag as it was drawn last, for the pointer to find. */
export interface DrawnFlag {
  flag: Flag;
  x: number;
  label: { left: number; top: number; width: number } | undefined;
}

/** Everything that a frame is drawn from. One value, changed by gestures, keys and controls, read by the drawing. */
export interface Stage {
  model: TimelineModel;
  events: ShownEvents;
  flags: readonly Flag[];
  phases: readonly PhaseBand[];
  view: TimeView;
  /** Of the plot, in stage pixels: CSS pixels as they are at a text size of 16. */
  width: number;
  height: number;
  /** CSS pixels in a stage pixel; large screens have larger text, and the drawing follows. */
  unit: number;
  /** How far the rows are scrolled. */
  scroll: number;
  layout: Layout;
  clock: ZoneClock;
  palette: Palette;
  font: string;
  /** Places of the events that the search found, ascending; undefined while nothing is searched. */
  hits: Uint32Array | undefined;
  /** First line of records, by their number, as far as they were fetched. */
  texts: ReadonlyMap<number, string>;
  /** Numbers of the records whose text the last frame would have shown. */
  wanted: number[];
  hovered: Target | undefined;
  selected: Chosen | undefined;
  /** A stretch that was chosen to be asked about. */
  range: TimeView | undefined;
  drawn: DrawnFlag[];
  pointer: { x: number; y: number } | undefined;
  brush: { from: number; to: number } | undefined;
}

/** How much of the plot's width an instant lies behind the left edge, in pixels, without a call for each. */
export interface Scale {
  from: Micros;
  /** Pixels in a microsecond. */
  by: number;
}

/** The scale of a stage's view. */
export const scaleOf = ({ view, width }: Pick<Stage, 'view' | 'width'>): Scale => ({
  from: view.from,
  by: width / (view.to - view.from),
});
