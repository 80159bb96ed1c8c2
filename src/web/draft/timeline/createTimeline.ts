import { centredOn, zoomAround } from '../../../core/chart/timeView.ts';
import type { Moment } from '../../../core/document/bundle.ts';
import type { PageData } from '../../../core/document/pageData.ts';
import type { Micros } from '../../../core/record.ts';
import { button, el, ICONS, icon } from '../dom.ts';
import type { PageZone } from '../pageZone.ts';
import { onThemeChange } from '../theme.ts';
import { createCamera } from './camera.ts';
import { drawPointer } from './draw/drawPointer.ts';
import { drawScene } from './draw/drawScene.ts';
import { openFilter, passesMoment } from './filter.ts';
import { createFilterBar } from './filterBar.ts';
import { fitCanvas } from './fitCanvas.ts';
import { listenForGestures } from './gestures.ts';
import { createGutter } from './gutter.ts';
import { listenForKeys } from './keys.ts';
import { FEW_LANES, type LayoutWishes, layoutRows } from './layout.ts';
import { type Mark, timelineModel } from './model.ts';
import { createOverview } from './overview.ts';
import { readPalette } from './palette.ts';
import { createSearch } from './search.ts';
import type { Stage, Target } from './stage.ts';
import { createStatusLine } from './statusLine.ts';
import { targetAt } from './targetAt.ts';
import { createTooltip, textsOf } from './tooltip.ts';

export interface Timeline {
  focus(): void;
  focusSearch(): void;
  /** Brings an instant to the middle, close enough to tell events apart. */
  locate(at: Micros): void;
  highlight(moment: Moment | undefined): void;
  showMoments(which: 'kept' | 'all'): void;
}

export interface TimelineEffects {
  open(item: Mark | Moment): void;
  /** Filter, search or selection changed: the table of moments follows. */
  changed(stage: Stage): void;
}

/** Below this width, in pixels, names stand above their rows. */
const NARROW = 620;
const GUTTER = 168;

/** Builds the interactive timeline inside `root`. */
export function createTimeline(
  root: HTMLElement,
  data: PageData,
  zone: PageZone,
  effects: TimelineEffects,
): Timeline {
  const model = timelineModel(data);
  const wishes: LayoutWishes = { series: 'shown', lanes: 'few', names: 'beside' };
  let which: 'kept' | 'all' = 'kept';
  const stage: Stage = {
    model,
    view: model.home,
    width: 600,
    layout: layoutRows(model, wishes),
    wishes,
    clock: zone.clock(),
    palette: readPalette(root),
    font: getComputedStyle(root).fontFamily,
    filter: openFilter(),
    moments: model.moments.filter(moment => moment.kept),
    hits: undefined,
    hovered: undefined,
    selected: undefined,
    flags: [],
    pointer: undefined,
    brush: undefined,
    visible: { top: 0, bottom: Infinity },
  };
  let frame = 0;
  const camera = createCamera(model.home, model.limits, invalidate);
  const scene = el('canvas', { 'aria-hidden': 'true' });
  const above = el('canvas', { class: 'pointer-layer', 'aria-hidden': 'true' });
  const tooltip = createTooltip();
  const hint = el('p', { class: 'hint', hidden: '' }, 'Click first, or hold Ctrl, to zoom with the wheel');
  const spoken = el('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const plot = el(
    'div',
    {
      class: 'plot',
      tabindex: '0',
      role: 'application',
      'aria-label': 'Timeline',
      'aria-describedby': 'timeline-keys',
    },
    scene,
    above,
    tooltip.element,
    hint,
  );
  const keysText = el(
    'p',
    { class: 'visually-hidden', id: 'timeline-keys' },
    'Arrow keys move, plus and minus zoom, 0 shows the whole window, comma and full stop step through moments, Enter opens one. The table below holds the same moments.',
  );
  const gutter = createGutter(toggleSource);
  const overview = createOverview(stage, camera);
  const status = createStatusLine(stage, camera, data.eventsOmitted);
  const filters = createFilterBar(model, stage.filter, refresh);
  const search = createSearch(model, { found: showHits, go: goToHit });
  const series = button(icon(ICONS.series), 'Graphs (g)', toggleSeries, { 'aria-pressed': 'true' });
  const lanes = el('button', { type: 'button', class: 'more-lanes' });
  lanes.addEventListener('click', toggleLanes);
  const zoomBy = (factor: number) => () => {
    const view = camera.target();
    camera.glide(zoomAround(view, (view.from + view.to) / 2, factor, model.limits));
  };
  root.append(
    el(
      'div',
      { class: 'controls' },
      search.element,
      filters.toggle,
      model.series.length > 0 && series,
      el(
        'div',
        { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
        button(icon(ICONS.farther), 'Farther (−)', zoomBy(2)),
        button(icon(ICONS.closer), 'Closer (+)', zoomBy(0.5)),
        button(icon(ICONS.reset), 'Whole window (0)', () => camera.glide(model.home)),
      ),
    ),
    filters.element,
    el('div', { class: 'stage' }, gutter.element, plot, overview.element),
    lanes,
    status.element,
    keysText,
    spoken,
  );

  function invalidate(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    frame = 0;
    const moving = camera.advance(now);
    stage.view = camera.view();
    const top = plot.getBoundingClientRect().top;
    stage.visible = { top: -top - 50, bottom: innerHeight - top + 50 };
    drawScene(fitCanvas(scene, stage.width, stage.layout.height), stage, data.phases);
    drawPointer(fitCanvas(above, stage.width, stage.layout.height), stage);
    overview.draw();
    status.update();
    if (moving) invalidate();
  }

  function relay(): void {
    const narrow = root.clientWidth < NARROW;
    wishes.names = narrow ? 'above' : 'beside';
    root.classList.toggle('narrow', narrow);
    stage.width = Math.max(80, root.clientWidth - (narrow ? 0 : GUTTER));
    stage.layout = layoutRows(model, wishes);
    gutter.lay(stage.layout, stage.filter);
    const all = model.lanes.length;
    lanes.hidden = all <= FEW_LANES;
    lanes.textContent =
      wishes.lanes === 'all' ? `Show the ${FEW_LANES} most telling lanes` : `Show all ${all} lanes`;
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
    wishes.series = wishes.series === 'shown' ? 'hidden' : 'shown';
    series.setAttribute('aria-pressed', String(wishes.series === 'shown'));
    relay();
  }

  function toggleLanes(): void {
    wishes.lanes = wishes.lanes === 'all' ? 'few' : 'all';
    relay();
  }

  function showHits(hits: Stage['hits']): void {
    stage.hits = hits;
    invalidate();
    effects.changed(stage);
  }

  function goToHit(hit: Mark | Moment): void {
    stage.selected = hit;
    const view = camera.target();
    const edge = (view.to - view.from) * 0.1;
    if (hit.at < view.from + edge || hit.at > view.to - edge)
      camera.glide(centredOn(view, hit.at, model.limits));
    say(targetOf(hit));
    invalidate();
    effects.changed(stage);
  }

  function stepMoment(direction: 1 | -1): void {
    const current = stage.selected?.at ?? (direction > 0 ? camera.target().from : camera.target().to);
    const place = stage.selected && 'title' in stage.selected ? stage.moments.indexOf(stage.selected) : -1;
    const next =
      place >= 0
        ? stage.moments[place + direction]
        : direction > 0
          ? stage.moments.find(moment => moment.at >= current)
          : stage.moments.findLast(moment => moment.at <= current);
    if (next) goToHit(next);
  }

  function say(target: Target): void {
    spoken.textContent = textsOf(target, stage.clock).join('. ');
  }

  function hover(at: { x: number; y: number } | undefined): void {
    stage.pointer = at;
    const before = stage.hovered;
    stage.hovered = at && !stage.brush ? targetAt(stage, at.x, at.y) : undefined;
    plot.classList.toggle('over', stage.hovered?.kind === 'moment' || stage.hovered?.kind === 'mark');
    if (at && stage.hovered) tooltip.show(stage.hovered, at, stage.clock);
    else tooltip.hide();
    if (!at) hint.hidden = true;
    if (momentOf(before) !== momentOf(stage.hovered)) effects.changed(stage);
    invalidate();
  }

  function click(at: { x: number; y: number }): void {
    const target = targetAt(stage, at.x, at.y);
    const item =
      target?.kind === 'moment' ? target.moment : target?.kind === 'mark' ? target.mark : undefined;
    stage.selected = item;
    effects.changed(stage);
    tooltip.hide();
    if (item) effects.open(item);
  }

  listenForGestures(plot, stage, camera, {
    hover,
    click,
    redraw: invalidate,
    brushed: () => tooltip.hide(),
    passedOver: () => {
      hint.hidden = false;
    },
  });
  listenForKeys(plot, stage, camera, {
    stepMoment,
    toggleSeries,
    openSelected: () => stage.selected && effects.open(stage.selected),
  });
  plot.addEventListener('focus', () => {
    hint.hidden = true;
  });
  zone.onChange(() => {
    stage.clock = zone.clock();
    invalidate();
  });
  onThemeChange(() => {
    stage.palette = readPalette(root);
    invalidate();
  });
  new ResizeObserver(relay).observe(root);
  addEventListener('scroll', invalidate, { passive: true });
  root.hidden = false;
  refresh();

  return {
    focus: () => plot.focus(),
    focusSearch: search.focus,
    locate(at) {
      const close = Math.min(
        camera.target().to - camera.target().from,
        (model.home.to - model.home.from) / 20,
      );
      camera.glide(centredOn({ from: at - close / 2, to: at + close / 2 }, at, model.limits));
      plot.scrollIntoView({ block: 'nearest' });
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

function targetOf(item: Mark | Moment): Target {
  return 'event' in item ? { kind: 'mark', mark: item } : { kind: 'moment', moment: item };
}

function momentOf(target: Target | undefined): Moment | undefined {
  return target?.kind === 'moment' ? target.moment : undefined;
}
