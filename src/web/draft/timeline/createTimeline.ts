import { centredOn, xOf, zoomAround } from '../../../core/chart/timeView.ts';
import type { Moment } from '../../../core/document/bundle.ts';
import type { PageData } from '../../../core/document/pageData.ts';
import type { Micros } from '../../../core/record.ts';
import { button, el, ICONS, icon } from '../dom.ts';
import type { PageZone } from '../pageZone.ts';
import { onThemeChange } from '../theme.ts';
import { createCamera } from './camera.ts';
import { passesMoment } from './filter.ts';
import { createFilterBar } from './filterBar.ts';
import { listenForGestures } from './gestures.ts';
import { listenForKeys } from './keys.ts';
import { FEW_LANES, FEW_SERIES } from './layout.ts';
import { type Mark, timelineModel } from './model.ts';
import { readPalette } from './palette.ts';
import { createPointing } from './pointing.ts';
import { createScreen } from './screen.ts';
import { createSearch } from './search.ts';
import { createStage, type Stage } from './stage.ts';
import { createStatusLine } from './statusLine.ts';

export interface Timeline {
  focus(): void;
  focusSearch(): void;
  /** Brings an instant to the middle under the hair line, close enough to tell events apart. */
  locate(at: Micros): void;
  highlight(moment: Moment | undefined): void;
  showMoments(which: 'kept' | 'all'): void;
}

export interface TimelineEffects {
  open(item: Mark | Moment): void;
  /** Filter, search or selection changed: the table of moments follows. */
  changed(stage: Stage): void;
}

const KEYS_IN_WORDS =
  'Arrow keys move, plus and minus zoom, 0 shows the whole window, comma and full stop step through moments, Enter opens one. The table below holds the same moments.';

/** Builds the interactive timeline inside `root`. */
export function createTimeline(
  root: HTMLElement,
  data: PageData,
  zone: PageZone,
  effects: TimelineEffects,
): Timeline {
  const model = timelineModel(data);
  const stage = createStage(model, {
    clock: zone.clock(),
    palette: readPalette(root),
    font: getComputedStyle(root).fontFamily,
  });
  let which: 'kept' | 'all' = 'kept';
  let frame = 0;
  const camera = createCamera(model.home, model.limits, invalidate);
  const screen = createScreen(stage, camera, { phases: data.phases, toggleSource });
  const spoken = el('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const pointing = createPointing(stage, camera, screen, {
    open: effects.open,
    changed: () => effects.changed(stage),
    redraw: invalidate,
    say: text => {
      spoken.textContent = text;
    },
  });
  const status = createStatusLine(stage, camera, data.eventsOmitted);
  const filters = createFilterBar(model, stage.filter, refresh);
  const search = createSearch(model, { found: showHits, go: pointing.go });
  const graphs = button(icon(ICONS.series), 'Graphs (g)', toggleSeries, { 'aria-pressed': 'true' });
  const lanes = el('button', { type: 'button', class: 'more-lanes' });
  lanes.addEventListener('click', toggleLanes);
  root.append(
    el(
      'div',
      { class: 'controls' },
      search.element,
      filters.toggle,
      model.series.length > 0 && graphs,
      zoomButtons(),
    ),
    filters.element,
    screen.element,
    lanes,
    status.element,
    el('p', { class: 'visually-hidden', id: 'timeline-keys' }, KEYS_IN_WORDS),
    spoken,
  );

  function zoomButtons(): HTMLElement {
    const by = (factor: number) => () => {
      const view = camera.target();
      camera.glide(zoomAround(view, (view.from + view.to) / 2, factor, model.limits));
    };
    return el(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
      button(icon(ICONS.farther), 'Farther (−)', by(2)),
      button(icon(ICONS.closer), 'Closer (+)', by(0.5)),
      button(icon(ICONS.reset), 'Whole window (0)', () => camera.glide(model.home)),
    );
  }

  function invalidate(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    frame = 0;
    const isMoving = camera.advance(now);
    stage.view = camera.view();
    screen.draw();
    status.update();
    if (isMoving) invalidate();
  }

  function relay(): void {
    screen.lay(root);
    lanes.hidden = model.lanes.length <= FEW_LANES && model.series.length <= FEW_SERIES;
    const all = [counted(model.lanes.length, 'lane'), counted(model.series.length, 'graph')];
    lanes.textContent =
      stage.wishes.lanes === 'all' ? 'Show the most telling' : `Show all, ${all.join(' and ')}`;
    invalidate();
  }

  function refresh(): void {
    const shown = which === 'all' ? model.moments : model.moments.filter(moment => moment.kept);
    stage.moments = shown.filter(moment => passesMoment(stage.filter, moment));
    filters.sync();
    relay();
    effects.changed(stage);
  }

  function toggleSource(source: string): void {
    if (!stage.filter.sources.delete(source)) stage.filter.sources.add(source);
    refresh();
  }

  function toggleSeries(): void {
    stage.wishes.series = stage.wishes.series === 'shown' ? 'hidden' : 'shown';
    graphs.setAttribute('aria-pressed', String(stage.wishes.series === 'shown'));
    relay();
  }

  function toggleLanes(): void {
    stage.wishes.lanes = stage.wishes.lanes === 'all' ? 'few' : 'all';
    relay();
  }

  function showHits(hits: Stage['hits']): void {
    stage.hits = hits;
    invalidate();
    effects.changed(stage);
  }

  listenForGestures(screen.plot, stage, camera, {
    hover: pointing.hover,
    click: pointing.click,
    redraw: invalidate,
    passedOver: () => {
      screen.hint.hidden = false;
    },
    begins: event => event.shiftKey,
    brushed: camera.glide,
  });
  listenForKeys(screen.plot, stage, camera, {
    ',': () => pointing.stepMoment(-1),
    '.': () => pointing.stepMoment(1),
    Enter: () => stage.selected && effects.open(stage.selected),
    g: toggleSeries,
  });
  screen.plot.addEventListener('focus', () => {
    screen.hint.hidden = true;
  });
  screen.plot.addEventListener('blur', screen.tooltip.hide);
  zone.onChange(() => {
    stage.clock = zone.clock();
    invalidate();
  });
  onThemeChange(() => {
    stage.palette = readPalette(root);
    invalidate();
  });
  root.hidden = false;
  new ResizeObserver(relay).observe(root);
  addEventListener('scroll', invalidate, { passive: true });
  refresh();

  return {
    focus: () => screen.plot.focus(),
    focusSearch: search.focus,
    locate(at) {
      const view = camera.target();
      const span = Math.min(view.to - view.from, (model.home.to - model.home.from) / 20);
      camera.glide(centredOn({ from: at - span / 2, to: at + span / 2 }, at, model.limits));
      stage.pointer = { x: xOf(camera.target(), stage.width, at), y: 0 };
      screen.element.scrollIntoView({ block: 'center' });
      screen.plot.focus({ preventScroll: true });
    },
    highlight(moment) {
      stage.hovered = moment && { kind: 'moment', moment };
      invalidate();
    },
    showMoments(wanted) {
      which = wanted;
      refresh();
    },
  };
}

function counted(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`;
}
