import { zoneClock } from '../../core/chart/zoneClock.ts';
import { readPalette } from '../draft/timeline/palette.ts';
import { layoutRows } from './layout.ts';
import type { ShownEvents } from './model/shownEvents.ts';
import type { TimelineModel } from './model/timelineModel.ts';
import type { Stage } from './stage.ts';

/** The stage as it is before anyone touched it; colours and font are those under `root`. */
export function createStage(
  root: HTMLElement,
  { model, events, zone }: { model: TimelineModel; events: ShownEvents; zone: string },
): Stage {
  return {
    model,
    events,
    flags: [],
    phases: [],
    view: model.home,
    width: 600,
    height: 400,
    unit: 1,
    scroll: 0,
    layout: layoutRows(model, events, { hasSeries: true, isNarrow: false, open: new Set() }),
    clock: zoneClock(zone),
    palette: readPalette(root),
    font: getComputedStyle(root).fontFamily,
    hits: undefined,
    texts: new Map(),
    wanted: [],
    hovered: undefined,
    selected: undefined,
    range: undefined,
    drawn: [],
    pointer: undefined,
    brush: undefined,
  };
}
