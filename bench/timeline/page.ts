/** The two timelines on one page, driven alike: `mount` draws the events, `show` moves to a stretch of time. */
import { unpackEvents } from '../../src/core/chart/unpackEvents.ts';
import { createStage } from '../../src/web/timeline/createStage.ts';
import { createTimelineView } from '../../src/web/timeline/createTimelineView.ts';
import { layoutRows } from '../../src/web/timeline/layout.ts';
import { OPEN_FILTER } from '../../src/web/timeline/model/eventFilter.ts';
import { inSlices } from '../../src/web/timeline/model/inSlices.ts';
import { showEvents } from '../../src/web/timeline/model/shownEvents.ts';
import { createModel } from '../../src/web/timeline/model/timelineModel.ts';
import { FRAME_MARK } from './frameMark.ts';

interface Stretch {
  from: number;
  to: number;
}

/** A timeline under test. Times in microseconds. */
interface Subject {
  home: Stretch;
  show(stretch: Stretch): void;
}

const element = (tag: string, style: string, parent: HTMLElement): HTMLElement => {
  const made = document.createElement(tag);
  made.style.cssText = style;
  parent.append(made);
  return made;
};

/** Draws the events as the app does, with every service open. */
async function mountOurs(): Promise<Subject> {
  const bytes = new Uint8Array(await (await fetch('/events')).arrayBuffer());
  const columns = await inSlices(unpackEvents(bytes));
  const model = createModel({ columns, series: [], gaps: [], window: null, placed: [] });
  const events = await inSlices(showEvents(model, OPEN_FILTER));
  const root = document.body;
  const scroller = element('div', 'position:relative;height:760px;overflow:auto', root);
  const plot = element('div', 'position:sticky;top:0;height:760px', scroller);
  const canvas = (parent: HTMLElement) =>
    element('canvas', 'position:absolute;inset:0', parent) as HTMLCanvasElement;
  const overview = element('div', 'position:relative;height:34px', root);
  const stage = createStage(root, { model, events, zone: 'UTC' });
  const open = new Set(model.groups.map(({ service }) => service));
  Object.assign(stage, {
    width: 1_200,
    height: 760,
    layout: layoutRows(model, events, { hasSeries: false, isNarrow: false, open }),
  });
  const view = createTimelineView(
    stage,
    {
      scroller,
      plot,
      scene: canvas(plot),
      overlay: canvas(plot),
      overview,
      overviewScene: canvas(overview),
      overviewFrame: canvas(overview),
    },
    {
      viewed() {},
      hovered() {},
      choose() {},
      chooseRange() {},
      toggle() {},
      wanted() {},
      passedOver() {},
      keys: new Map(),
    },
  );
  view.redraw();
  return { home: model.home, show: view.camera.jump };
}

interface VisTimeline {
  setWindow(from: Date, to: Date, options: { animation: boolean }): void;
}
interface VisLibrary {
  Timeline: new (root: HTMLElement, items: unknown, groups: unknown, options: object) => VisTimeline;
  DataSet: new (items: object[]) => unknown;
}

/** Draws the events with vis-timeline, as its manual recommends for many items: points, not stacked. */
async function mountTheirs(): Promise<Subject> {
  const { Timeline, DataSet } = (await import(/* @vite-ignore */ `/${'vis.js'}`)) as VisLibrary;
  const bytes = new Uint8Array(await (await fetch('/events')).arrayBuffer());
  const { count, at, lane, lanes } = await inSlices(unpackEvents(bytes));
  const items = Array.from({ length: count }, (_, id) => ({
    id,
    group: lane[id]!,
    start: at[id]! / 1000,
    type: 'point',
    content: '',
  }));
  const groups = lanes.map(({ source }, id) => ({ id, content: source }));
  const root = element('div', 'width:1200px;height:800px', document.body);
  const home = { from: at[0]!, to: at[count - 1]! };
  const timeline = new Timeline(root, new DataSet(items), new DataSet(groups), {
    stack: false,
    height: '800px',
    start: home.from / 1000,
    end: home.to / 1000,
  });
  return {
    home,
    show: ({ from, to }) =>
      timeline.setWindow(new Date(from / 1000), new Date(to / 1000), { animation: false }),
  };
}

/** What a frame costs in which nothing happens: the noise of the machine. */
const mountNothing = async (): Promise<Subject> => ({ home: { from: 0, to: 1 }, show: () => undefined });

/** Milliseconds from the start of the next frame until the browser has painted it. */
function timeFrame(change: () => void): Promise<number> {
  return new Promise(resolve => {
    requestAnimationFrame(() => {
      const began = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - began);
      // A task that is queued during a frame comes after its layout and paint.
      port2.postMessage(null);
    });
    performance.mark(FRAME_MARK);
    change();
  });
}

/** Loads, and answers how long it took until it was painted, and the longest time that the page did not answer. */
async function load(mount: () => Promise<Subject>): Promise<{ ms: number; blockedMs: number }> {
  let blockedMs = 0;
  const watch = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) blockedMs = Math.max(blockedMs, duration);
  });
  watch.observe({ type: 'longtask' });
  const began = performance.now();
  subject = await mount();
  await timeFrame(() => undefined);
  const ms = performance.now() - began;
  await new Promise(resolve => setTimeout(resolve, 100));
  watch.disconnect();
  return { ms, blockedMs };
}

let subject: Subject;

/** Zooms in by a factor of 2 000 while moving through, and out again; the milliseconds of each frame. */
async function travel(frames: number): Promise<number[]> {
  const { home } = subject;
  const span = home.to - home.from;
  const times: number[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const share = frame / frames;
    const zoom = 2_000 ** Math.sin(share * Math.PI);
    const middle = home.from + span * (0.1 + 0.8 * share);
    const half = span / zoom / 2;
    times.push(await timeFrame(() => subject.show({ from: middle - half, to: middle + half })));
  }
  return times;
}

Object.assign(globalThis, {
  loadOurs: () => load(mountOurs),
  loadTheirs: () => load(mountTheirs),
  loadNothing: () => load(mountNothing),
  travel,
});
