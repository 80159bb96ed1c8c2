import { continuousRuns } from '../../../core/chart/continuousRuns.ts';
import { parseInstant } from '../../../core/instant.ts';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { cx } from '../../ui/cx.ts';
import type { VersionSeries } from '../suspect.ts';

/** Units of the drawing; it is stretched to its box. */
const WIDTH = 200;
const HEIGHT = 48;

const beside = ({ x, y }: { x: number; y: number }) => ({ x: x + 1.5, y });

interface SmallGraphProps {
  series: VersionSeries;
  /** What the axis spans, and what of it is the chosen time; microseconds. */
  span: { from: number; to: number };
  chosen: { from: number; to: number } | undefined;
  /** The lowest and the highest value of all graphs. */
  scale: { low: number; high: number };
  isChosen: boolean;
  onChoose(): void;
}

/** How long the requests of one version took over time, on a scale that all graphs beside it share. */
export function SmallGraph({ series, span, chosen, scale, isChosen, onChoose }: SmallGraphProps) {
  const x = (at: number): number =>
    Math.min(WIDTH, Math.max(0, ((at - span.from) / (span.to - span.from)) * WIDTH));
  const height = Math.log(Math.max(2, scale.high / scale.low));
  const y = (value: number): number =>
    HEIGHT - 6 - (Math.log(Math.max(value, scale.low) / scale.low) / height) * (HEIGHT - 10);
  const points = series.buckets.map(({ at, p95Us, errors }) => ({
    x: x(parseInstant(at)),
    y: y(p95Us),
    errors,
  }));
  const values = series.buckets.map(({ p95Us }) => p95Us);
  const failed = points.reduce((sum, { errors }) => sum + errors, 0);
  const said = t.traces.versions.graphSaid(
    microsText(Math.min(...values)),
    microsText(Math.max(...values)),
    failed,
  );
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={cx(
        'min-w-0 rounded border bg-panel px-2.5 pt-1.5 pb-1 text-left hover:border-accent',
        isChosen ? 'border-accent' : 'border-line',
      )}
      onClick={onChoose}
    >
      <span className="flex items-baseline gap-2 text-sm">
        <bdi className="min-w-0 truncate font-medium">{series.service || t.traces.unnamed}</bdi>
        <bdi className="min-w-0 truncate font-mono text-xs text-muted">{series.version}</bdi>
      </span>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
        className="mt-1 block h-12 w-full"
      >
        {chosen && (
          <rect
            x={x(chosen.from)}
            width={Math.max(0, x(chosen.to) - x(chosen.from))}
            height={HEIGHT}
            fill="var(--phase-impact)"
            opacity={0.1}
          />
        )}
        {continuousRuns(points.map(point => point.x)).map(([start, end]) => (
          <polyline
            key={start}
            // A sample between two gaps is a line too, if a short one.
            points={[...points.slice(start, end), ...(end - start === 1 ? [beside(points[start]!)] : [])]
              .map(point => `${point.x.toFixed(1)},${point.y.toFixed(1)}`)
              .join(' ')}
            fill="none"
            stroke="var(--accent)"
            strokeWidth={1.5}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        {points.map(
          point =>
            point.errors > 0 && (
              <rect key={point.x} x={point.x - 1} y={HEIGHT - 4} width={2} height={4} fill="var(--error)" />
            ),
        )}
      </svg>
      <span className="tabular flex justify-between text-xs text-muted">
        <span>{microsText(Math.max(...values))} max</span>
        {failed > 0 && <span className="text-error">{failed} ✕</span>}
        <span className="sr-only">{t.traces.versions.choose}</span>
      </span>
    </button>
  );
}
