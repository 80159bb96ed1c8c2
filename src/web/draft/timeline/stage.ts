import type { TimeView } from '../../../core/chart/timeView.ts';
import type { ZoneClock } from '../../../core/chart/zoneClock.ts';
import type { Moment, Series } from '../../../core/document/bundle.ts';
import type { Micros } from '../../../core/record.ts';
import type { TimelineFilter } from './filter.ts';
import type { Layout, LayoutWishes } from './layout.ts';
import type { LaneModel, Mark, TimelineModel } from './model.ts';
import type { Palette } from './palette.ts';

/** What a pointer can be over. */
export type Target =
  | { kind: 'moment'; moment: Moment }
  | { kind: 'mark'; mark: Mark }
  | { kind: 'bucket'; lane: LaneModel; from: Micros; to: Micros; records: number; errors: number }
  | { kind: 'sample'; series: Series; at: Micros; value: number };

/** A flag as it was drawn last, for the pointer to find. */
export interface DrawnFlag {
  moment: Moment;
  x: number;
  label: { left: number; top: number; width: number } | undefined;
}

/** Everything that a frame is drawn from. One value, changed by gestures, keys and controls, read by the drawing. */
export interface Stage {
  model: TimelineModel;
  view: TimeView;
  /** Plot size in CSS pixels. */
  width: number;
  layout: Layout;
  wishes: LayoutWishes;
  clock: ZoneClock;
  palette: Palette;
  font: string;
  filter: TimelineFilter;
  /** Moments on show: those kept, or all; already filtered. */
  moments: Moment[];
  /** What the search found; undefined while nothing is searched. */
  hits: ReadonlySet<Mark | Moment> | undefined;
  hovered: Target | undefined;
  selected: Mark | Moment | undefined;
  flags: DrawnFlag[];
  pointer: { x: number; y: number } | undefined;
  brush: { from: number; to: number } | undefined;
  /** The part of the canvas that is on the screen, in its own pixels: no need to draw more. */
  visible: { top: number; bottom: number };
}
