import { useEffect, useRef, useState } from 'react';
import { zoneClock } from '../../../core/chart/zoneClock.ts';
import { onThemeChange } from '../../draft/theme.ts';
import { readPalette } from '../../draft/timeline/palette.ts';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { useZone } from '../../ui/zone.ts';
import { createStage } from '../createStage.ts';
import { createTimelineView, type TimelineEffects, type TimelineView } from '../createTimelineView.ts';
import { OVERVIEW_HEIGHT } from '../draw/drawOverview.ts';
import { type Layout, layoutRows } from '../layout.ts';
import type { ShownEvents } from '../model/shownEvents.ts';
import type { TimelineModel } from '../model/timelineModel.ts';
import type { Stage, Target } from '../stage.ts';
import { Gutter } from './Gutter.tsx';
import { Tip } from './Tip.tsx';

/** Below this width, in stage pixels, names stand above their rows. */
const NARROW = 640;
const GUTTER = 208;

export interface StageProps
  extends Pick<Stage, 'flags' | 'phases' | 'hits' | 'texts' | 'selected' | 'range'> {
  model: TimelineModel;
  events: ShownEvents;
  hasSeries: boolean;
  open: ReadonlySet<string>;
  initialView: Stage['view'] | undefined;
  effects: Omit<TimelineEffects, 'hovered' | 'passedOver' | 'toggle'>;
  onToggle(service: string): void;
  /** Where tables and the toolbar find the view. */
  viewRef: { current: TimelineView | undefined };
}

/** The drawn timeline: names, plot and overview. Everything on it is in the tables too. */
export function TimelineStage(props: StageProps) {
  const { model, events, hasSeries, open, viewRef, onToggle } = props;
  const zone = useZone();
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const scene = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const overview = useRef<HTMLDivElement>(null);
  const overviewScene = useRef<HTMLCanvasElement>(null);
  const overviewFrame = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [size, setSize] = useState({ isNarrow: false, unit: 1 });
  const [layout, setLayout] = useState<Layout>();
  const [tip, setTip] = useState<{ target: Target; x: number; y: number }>();
  const [hasHint, setHint] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a stage lives as long as its model; all else is changed on it below.
  useEffect(() => {
    const stage = createStage(root.current!, { model, events: latest.current.events, zone });
    stage.view = latest.current.initialView ?? model.home;
    const view = createTimelineView(
      stage,
      {
        scroller: scroller.current!,
        plot: plot.current!,
        scene: scene.current!,
        overlay: overlay.current!,
        overview: overview.current!,
        overviewScene: overviewScene.current!,
        overviewFrame: overviewFrame.current!,
      },
      {
        viewed: shown => latest.current.effects.viewed(shown),
        choose: chosen => latest.current.effects.choose(chosen),
        chooseRange: range => latest.current.effects.chooseRange(range),
        toggle: name => latest.current.onToggle(name),
        wanted: numbers => latest.current.effects.wanted(numbers),
        keys: new Map(
          Array.from(latest.current.effects.keys.keys(), key => [
            key,
            () => latest.current.effects.keys.get(key)?.(),
          ]),
        ),
        hovered: (target, at) => setTip(target && { target, ...at }),
        passedOver: () => setHint(true),
      },
    );
    viewRef.current = view;
    const refit = (): void => {
      // Out of sight, as on paper, it stays as it was.
      if (root.current!.clientWidth === 0) return;
      const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
      const room = root.current!.clientWidth / unit;
      const isNarrow = room < NARROW;
      setSize(before => (before.isNarrow === isNarrow && before.unit === unit ? before : { isNarrow, unit }));
      stage.unit = unit;
      stage.width = Math.max(80, plot.current!.clientWidth / unit);
      stage.height = scroller.current!.clientHeight / unit;
      view.redraw();
    };
    const sizes = new ResizeObserver(refit);
    for (const part of [root, scroller, plot]) sizes.observe(part.current!);
    refit();
    onThemeChange(() => {
      stage.palette = readPalette(root.current ?? document.documentElement);
      view.redraw();
    });
    return () => {
      sizes.disconnect();
      view.destroy();
      viewRef.current = undefined;
    };
  }, [model]);

  useEffect(() => {
    const view = viewRef.current;
    if (!view) return;
    const next = layoutRows(model, events, { hasSeries, isNarrow: size.isNarrow, open });
    Object.assign(view.stage, { layout: next, events });
    setLayout(next);
    view.redraw();
  }, [model, events, hasSeries, open, size, viewRef]);

  const { flags, phases, hits, texts, selected, range } = props;
  useEffect(() => {
    const view = viewRef.current;
    if (!view) return;
    Object.assign(view.stage, { flags, phases, hits, texts, selected, range, clock: zoneClock(zone) });
    view.redraw();
  }, [flags, phases, hits, texts, selected, range, zone, viewRef]);

  const gutter = size.isNarrow ? 0 : GUTTER * size.unit;
  const head = layout?.headHeight ?? 0;
  const tall = (head + (layout?.rowsHeight ?? 0)) * size.unit;
  return (
    <div ref={root} className="no-print relative overflow-hidden rounded border border-line bg-panel">
      <div className="flex border-b border-line" style={{ paddingLeft: gutter }}>
        <div
          ref={overview}
          role="img"
          aria-label={t.timeline.overview}
          className="relative w-full touch-none select-none"
          style={{ height: OVERVIEW_HEIGHT * size.unit }}
        >
          <canvas ref={overviewScene} aria-hidden className="absolute inset-0" />
          <canvas ref={overviewFrame} aria-hidden className="absolute inset-0" />
        </div>
      </div>
      <div
        ref={scroller}
        className="relative overflow-y-auto overflow-x-hidden"
        style={{ height: `min(${Math.max(tall, 260)}px, max(66dvh, 380px))` }}
      >
        <div className="flex" style={{ height: tall }}>
          {layout && (
            <Gutter
              layout={layout}
              model={model}
              events={events}
              unit={size.unit}
              width={GUTTER * size.unit}
              isHidden={size.isNarrow}
              onToggle={onToggle}
            />
          )}
          <div
            ref={plot}
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys of its own.
            tabIndex={0}
            aria-label={t.timeline.plot}
            aria-describedby="timeline-keys"
            onFocus={() => setHint(false)}
            onPointerLeave={() => setHint(false)}
            className={cx(
              'sticky top-0 min-w-0 flex-1 select-none overflow-hidden -outline-offset-2',
              'touch-pan-y',
            )}
            style={{ height: '100%', maxHeight: `max(66dvh, 380px)` }}
          >
            <canvas ref={scene} aria-hidden className="absolute inset-0" />
            <canvas ref={overlay} aria-hidden className="absolute inset-0" />
            {tip && <Tip {...tip} unit={size.unit} model={model} texts={texts} />}
            {hasHint && (
              <p className="pointer-events-none absolute inset-x-0 bottom-3 mx-auto w-fit rounded border border-line bg-raised px-3 py-1 text-sm shadow-float">
                {t.timeline.wheelHint}
              </p>
            )}
          </div>
        </div>
      </div>
      <p id="timeline-keys" className="sr-only">
        {t.timeline.keysInWords}
      </p>
    </div>
  );
}
