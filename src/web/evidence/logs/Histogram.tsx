import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { parseInstant, printInstant } from '../../../core/instant.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../ui/zone.ts';
import { areDaysApart, stampText } from './stampText.ts';

const HEIGHT = 56;

export interface Counts {
  from: string | null;
  bucketUs: number;
  counts: readonly number[];
  errors: readonly number[];
}

interface HistogramProps {
  counts: Counts;
  onSelect(from: string, to: string): void;
}

/**
 * Records and errors over time. Dragging over it narrows the time; with the keyboard arrows walk over the buckets, with
 * Shift they choose several, and Enter narrows.
 */
export function Histogram({ counts: { from, bucketUs, counts, errors }, onSelect }: HistogramProps) {
  const zone = useZone();
  const [brush, setBrush] = useState<{ anchor: number; end: number; isHeld: boolean }>();
  const [hovered, setHovered] = useState<number>();
  if (from === null || counts.length === 0)
    return <div className="h-14 rounded border border-line bg-panel" />;
  const start = parseInstant(from);
  const end = printInstant(start + counts.length * bucketUs);
  const hasDays = areDaysApart(from, end, zone);
  const stamp = (at: string): string => stampText(at, { zone, hasDays });
  const most = Math.max(1, ...counts);
  const heightOf = (count: number): number =>
    count === 0 ? 0 : Math.max(1.5, (count / most) * (HEIGHT - 4));
  const instantOf = (bucket: number): string => printInstant(start + bucket * bucketUs);
  const bucketAt = ({ clientX, currentTarget }: PointerEvent): number => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.min(counts.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * counts.length)));
  };
  const select = (a: number, b: number): void => {
    setBrush(undefined);
    onSelect(instantOf(Math.min(a, b)), instantOf(Math.max(a, b) + 1));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by) {
      event.preventDefault();
      const before = brush ?? { anchor: 0, end: by > 0 ? -1 : counts.length, isHeld: false };
      const end = Math.min(counts.length - 1, Math.max(0, before.end + by));
      setBrush({ anchor: event.shiftKey ? before.anchor : end, end, isHeld: false });
    } else if (event.key === 'Enter' && brush) select(brush.anchor, brush.end);
    else if (event.key === 'Escape') setBrush(undefined);
    else return;
    event.stopPropagation();
  };
  const pointed = brush?.end ?? hovered;
  const said =
    pointed === undefined
      ? ''
      : t.evidence.logs.bucket(stamp(instantOf(pointed)), counts[pointed] ?? 0, errors[pointed] ?? 0);
  const [low, high] = brush
    ? [Math.min(brush.anchor, brush.end), Math.max(brush.anchor, brush.end) + 1]
    : [0, 0];
  return (
    <div className="relative">
      <div
        role="slider"
        tabIndex={0}
        aria-label={t.evidence.logs.histogram}
        aria-valuemin={0}
        aria-valuemax={counts.length - 1}
        aria-valuenow={pointed ?? 0}
        aria-valuetext={said}
        className="cursor-crosshair touch-none rounded border border-line bg-panel"
        onKeyDown={onKeyDown}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const bucket = bucketAt(event);
          setBrush({ anchor: bucket, end: bucket, isHeld: true });
        }}
        onPointerMove={event => {
          const bucket = bucketAt(event);
          setHovered(bucket);
          if (brush?.isHeld) setBrush({ ...brush, end: bucket });
        }}
        onPointerLeave={() => setHovered(undefined)}
        onPointerUp={() => brush?.isHeld && select(brush.anchor, brush.end)}
        onPointerCancel={() => setBrush(undefined)}
      >
        <svg
          aria-hidden="true"
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 ${counts.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block"
        >
          {brush && <rect x={low} width={high - low} y="0" height={HEIGHT} className="fill-accent-soft" />}
          {counts.map((count, bucket) => {
            const failed = errors[bucket] ?? 0;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a bucket is its place.
              <g key={bucket}>
                <rect
                  x={bucket + 0.08}
                  width={0.84}
                  y={HEIGHT - heightOf(count)}
                  height={heightOf(count)}
                  style={{ fill: 'var(--density)' }}
                />
                {failed > 0 && (
                  <rect
                    x={bucket + 0.08}
                    width={0.84}
                    y={HEIGHT - heightOf(failed)}
                    height={heightOf(failed)}
                    className="fill-error"
                  />
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <div className="tabular mt-0.5 flex justify-between gap-4 text-xs text-muted">
        <span>{stamp(from)}</span>
        <span className="truncate">{said}</span>
        <span>{stamp(end)}</span>
      </div>
    </div>
  );
}
