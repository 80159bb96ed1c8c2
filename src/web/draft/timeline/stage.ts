import type { TimeView } from '../../../core/chart/timeView.ts';
import type { ZoneClock } from '../../../core/chart/zoneClock.ts';
import type { Moment, Series } from '../../../core/document/bundle.ts';
import type { Micros } from '../../../core/record.ts';
import { openFilter, type TimelineFilter } from './filter.ts';
import { type Layout, type LayoutWishes, layoutRows } from './layout.ts';
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
  /** Width of the plot in stage pixels: CSS pixels as they are at a text size of 16. */
  width: number;
  /** CSS pixels in a stage pixel; large screens have larger text, and the drawing follows. */
  unit: number;
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

/** The stage as it is before anyone touched it. */
export function createStage(model: TimelineModel, look: Pick<Stage, 'clock' | 'palette' | 'font'>): Stage {
  const wishes: LayoutWishes = { series: 'shown', lanes: 'few', names: 'beside' };
  return {
    ...look,
    model,
    view: model.home,
    width: 600,
    unit: 1,
    layout: layoutRows(model, wishes),
    wishes,
    filter: openFilter(),
    moments: model.moments.filter(moment => moment.kept),
    hits: undefined,
    hovered: undefined,
    selected: undefined,
    flags: [],
    pointer: undefined,
    brush: undefined,
    visible: { top: 0, bottom: Number.POSITIVE_INFINITY },
  };
}
