import { type KeyboardEvent, useEffect, useRef } from 'react';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import { groundOf } from '../changeLooks.ts';
import { changeSign, type FrameScale, figuresOf, shareText, valueText } from './frameFigures.ts';
import { nameOf, type PlacedFrame } from './layoutFlame.ts';
import { neighbourOf } from './neighbourOf.ts';

/** Pixels of every row. */
const ROW = 24;
/** From these shares of the width on there is room for a name, and for the change. */
const TOLD = 0.025;
const COMPARED = 0.08;

interface FlameGraphProps {
  placed: readonly PlacedFrame[];
  scale: FrameScale;
  /** The place of the frame that the keyboard is on. */
  current: number | undefined;
  isFound(place: number): boolean;
  onCurrent(place: number): void;
  onZoom(place: number): void;
}

/** Frames below who called them, as wide as what they take: walked by arrow keys, zoomed by a click or Enter. */
export function FlameGraph({ placed, scale, current, isFound, onCurrent, onZoom }: FlameGraphProps) {
  const box = useRef<HTMLDivElement>(null);
  const rows = placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const shown = placed.find(({ frame }) => frame.place === current) ?? placed[0];
  const hasFocus = useRef(false);
  useEffect(() => {
    if (hasFocus.current && shown) focusOn(box.current, shown.frame.place);
  }, [shown]);

  const walk = (event: KeyboardEvent): void => {
    const next = shown && neighbourOf(placed, shown, event.key);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (shown) onZoom(shown.frame.place);
    } else if (next) {
      event.preventDefault();
      onCurrent(next.frame.place);
      focusOn(box.current, next.frame.place);
    }
  };
  return (
    <div className="max-h-[calc(100dvh-16rem)] min-h-40 overflow-y-auto rounded border border-line bg-panel p-1">
      <div
        ref={box}
        role="tree"
        aria-label={t.traces.flame.graph}
        aria-describedby="flame-keys"
        className="relative"
        style={{ height: rows * ROW }}
        onKeyDown={walk}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={() => {
          hasFocus.current = false;
        }}
      >
        {placed.map(({ frame, left, width, row }) => {
          const figures = figuresOf(frame, scale);
          const isShown = frame === shown?.frame;
          const isWide = width > TOLD;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it listens to keys.
            <div
              key={frame.place}
              role="treeitem"
              data-place={frame.place}
              aria-level={row + 1}
              aria-selected={isShown}
              tabIndex={isShown ? 0 : -1}
              className={cx(
                'absolute flex cursor-pointer items-center gap-1.5 overflow-hidden rounded-sm text-xs whitespace-nowrap -outline-offset-2',
                isWide ? 'border border-panel px-1' : 'border-y border-panel',
                'hover:border-text',
                figures.change === 'gone' && 'border-dashed',
                isFound(frame.place) && '!border-2 !border-accent font-semibold',
              )}
              style={{
                left: `${100 * left}%`,
                width: `${100 * width}%`,
                top: row * ROW,
                height: ROW,
                background:
                  figures.before === undefined
                    ? 'var(--accent-soft)'
                    : groundOf(figures.change, figures.factor),
              }}
              onMouseEnter={() => onCurrent(frame.place)}
              onClick={() => onZoom(frame.place)}
            >
              {isWide ? (
                <>
                  <bdi className="min-w-0 shrink-[0.2] truncate font-medium">{frame.service}</bdi>{' '}
                  <bdi className="min-w-0 truncate">{frame.operation}</bdi>{' '}
                  {width > COMPARED && (
                    <span className="tabular ml-auto shrink-0 pl-1">{changeSign(figures)}</span>
                  )}
                </>
              ) : (
                <span className="sr-only">{nameOf(frame)}</span>
              )}
              <span className="sr-only">
                {t.traces.flame.frame(
                  valueText(figures.now, scale.measure),
                  shareText(width),
                  figures.before === undefined ? '' : t.traces.change[figures.change],
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function focusOn(box: HTMLElement | null, place: number): void {
  const frame = box?.querySelector<HTMLElement>(`[data-place="${place}"]`);
  frame?.focus({ preventScroll: true });
  frame?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
