import { centredOn, type TimeView, xOf, zoomAround } from '../../core/chart/timeView.ts';
import type { Micros } from '../../core/record.ts';
import { type Camera, createCamera } from '../draft/timeline/camera.ts';
import { fitCanvas } from '../draft/timeline/fitCanvas.ts';
import { listenForGestures } from '../draft/timeline/gestures.ts';
import { listenForKeys } from '../draft/timeline/keys.ts';
import { drawOverlay, hasOverlay } from './draw/drawOverlay.ts';
import { drawFrame, drawOverview, OVERVIEW_HEIGHT } from './draw/drawOverview.ts';
import { drawScene } from './draw/drawScene.ts';
import { listenOnOverview } from './input/listenOnOverview.ts';
import { AXIS_HEIGHT, GRAPHS, PHASE_HEIGHT, rowAt } from './layout.ts';
import { overviewSpan } from './overviewSpan.ts';
import type { Chosen, Stage, Target } from './stage.ts';
import { targetAt } from './targetAt.ts';

/** The elements that a view draws into and listens on. */
export interface TimelineElements {
  /** Scrolls the rows. */
  scroller: HTMLElement;
  /** Has the focus and the gestures. */
  plot: HTMLElement;
  scene: HTMLCanvasElement;
  overlay: HTMLCanvasElement;
  overview: HTMLElement;
  overviewScene: HTMLCanvasElement;
  overviewFrame: HTMLCanvasElement;
}

export interface TimelineEffects {
  /** The view came to rest. */
  viewed(view: TimeView): void;
  hovered(target: Target | undefined, at: { x: number; y: number }): void;
  choose(chosen: Chosen | undefined): void;
  chooseRange(range: TimeView | undefined): void;
  /** The name of a service, or of all graphs, was pressed on the plot. */
  toggle(name: string): void;
  /** Texts of these records would be shown, were they here. */
  wanted(numbers: readonly number[]): void;
  /** The wheel turned over a timeline without focus: the page scrolls instead. */
  passedOver(): void;
  /** What else keys do, by the key's name. */
  keys: ReadonlyMap<string, () => unknown>;
}

/** A timeline on screen. What it shows is its stage; after changing it, `redraw`. */
export interface TimelineView {
  stage: Stage;
  camera: Camera;
  /** Everything, or only what follows the pointer. */
  redraw(what?: 'all' | 'overlay' | 'overview'): void;
  /** Brings something to the middle when it is not on screen. */
  show(at: Micros): void;
  zoom(factor: number): void;
  destroy(): void;
}

/** The view is at rest when it did not move for so many milliseconds. */
const REST = 160;
/** Pixels that an arrow key scrolls the rows. */
const ROW_STEP = 48;
/** Of a row's height, the part from the top on that opens it on narrow screens. */
const OPENER = 24;

/** Puts a stage on screen and lets hands and keys move it. */
export function createTimelineView(
  stage: Stage,
  elements: TimelineElements,
  effects: TimelineEffects,
): TimelineView {
  const { plot, scroller } = elements;
  const { limits } = stage.model;
  let frame = 0;
  let rest = 0;
  let dirty = { scene: true, overview: true };
  let isOverlaid = false;
  let overviewed: TimeView | undefined;
  const camera = createCamera(stage.view, limits, () => invalidate({ scene: true }));

  function invalidate(what: { scene?: boolean; overview?: boolean }): void {
    dirty = {
      scene: dirty.scene || (what.scene ?? false),
      overview: dirty.overview || (what.overview ?? false),
    };
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    frame = 0;
    const { scene, overview } = dirty;
    dirty = { scene: false, overview: false };
    const isMoving = camera.advance(now);
    if (scene || overview) {
      stage.view = camera.view();
      const span = overviewSpan(stage.model, stage.view);
      if (overview || span !== overviewed)
        drawOverview(fitCanvas(elements.overviewScene, stage, OVERVIEW_HEIGHT), stage);
      overviewed = span;
      drawScene(fitCanvas(elements.scene, stage, stage.height), stage);
      drawFrame(fitCanvas(elements.overviewFrame, stage, OVERVIEW_HEIGHT), stage);
      clearTimeout(rest);
      rest = window.setTimeout(settle, REST);
    }
    // An empty layer that stays empty costs the browser nothing.
    if (isOverlaid || hasOverlay(stage)) drawOverlay(fitCanvas(elements.overlay, stage, stage.height), stage);
    isOverlaid = hasOverlay(stage);
    if (isMoving) invalidate({ scene: true });
  }

  function settle(): void {
    effects.viewed(stage.view);
    if (stage.wanted.length > 0) effects.wanted(stage.wanted);
  }

  function hover(at: { x: number; y: number } | undefined): void {
    const before = stage.hovered;
    stage.pointer = at;
    stage.hovered = at && !stage.brush ? targetAt(stage, at.x, at.y) : undefined;
    plot.style.cursor = cursorFor(stage, at);
    effects.hovered(stage.hovered, at ?? { x: 0, y: 0 });
    const touchesFlag = before?.kind === 'flag' || stage.hovered?.kind === 'flag';
    invalidate({ scene: touchesFlag && flagOf(before) !== flagOf(stage.hovered) });
  }

  function click({ x, y }: { x: number; y: number }): void {
    const opened = openerAt(stage, y);
    if (opened !== undefined) return effects.toggle(opened);
    const target = targetAt(stage, x, y);
    if (target?.kind === 'flag')
      return effects.choose({ kind: 'moment', at: target.flag.at, id: target.flag.moment.id });
    if (target?.kind === 'event')
      return effects.choose({
        kind: 'event',
        at: stage.model.columns.at[target.place]!,
        place: target.place,
      });
    if (target?.kind === 'bar') return camera.glide(aroundBar(target));
    effects.choose(undefined);
  }

  let brushes: 'zoom' | 'range' = 'zoom';
  listenForGestures(plot, stage, camera, {
    hover,
    click,
    redraw: () => invalidate({}),
    passedOver: effects.passedOver,
    begins(event, at) {
      const isOnHead = at.y < AXIS_HEIGHT + PHASE_HEIGHT && event.pointerType !== 'touch';
      brushes = event.shiftKey ? 'zoom' : 'range';
      return event.shiftKey || event.altKey || isOnHead;
    },
    brushed: stretch => (brushes === 'zoom' ? camera.glide(stretch) : effects.chooseRange(stretch)),
  });
  const scrollRows = (top: number) => (): void => scroller.scrollBy({ top });
  listenForKeys(plot, stage, camera, {
    ArrowUp: scrollRows(-ROW_STEP),
    ArrowDown: scrollRows(ROW_STEP),
    ...Object.fromEntries(effects.keys),
  });
  listenOnOverview(elements.overview, stage, camera);
  const scrolled = (): void => {
    stage.scroll = scroller.scrollTop / stage.unit;
    invalidate({ scene: true });
  };
  scroller.addEventListener('scroll', scrolled, { passive: true });

  return {
    stage,
    camera,
    redraw: (what = 'all') => invalidate({ scene: what === 'all', overview: what !== 'overlay' }),
    show(at) {
      const view = camera.target();
      const x = xOf(view, 1, at);
      if (x < 0.08 || x > 0.92) camera.glide(centredOn(view, at, limits));
    },
    zoom(factor) {
      const view = camera.target();
      camera.glide(zoomAround(view, (view.from + view.to) / 2, factor, limits));
    },
    destroy() {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      scroller.removeEventListener('scroll', scrolled);
    },
  };
}

/** On narrow screens, where names stand on the plot: what a press at this height opens or closes. */
function openerAt({ layout, scroll }: Stage, y: number): string | undefined {
  const row = layout.isNarrow ? rowAt(layout, y - layout.headHeight + scroll) : undefined;
  if (!row || y < layout.headHeight || y - layout.headHeight + scroll - row.top > OPENER) return undefined;
  if (row.kind === 'more') return GRAPHS;
  return row.kind === 'group' ? row.group.service : undefined;
}

const flagOf = (target: Target | undefined): string | undefined =>
  target?.kind === 'flag' ? target.flag.moment.id : undefined;

/** A bar that was pressed fills a third of the screen. */
function aroundBar({ from, to }: { from: Micros; to: Micros }): TimeView {
  return { from: from - (to - from), to: to + (to - from) };
}

function cursorFor({ hovered }: Stage, at: { y: number } | undefined): string {
  if (hovered?.kind === 'flag' || hovered?.kind === 'event' || hovered?.kind === 'bar') return 'pointer';
  return at && at.y < AXIS_HEIGHT + PHASE_HEIGHT ? 'col-resize' : 'default';
}
