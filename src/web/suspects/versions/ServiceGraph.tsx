import { X } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { parseInstant } from '../../../core/instant.ts';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { GraphSkeleton } from '../graphs/GraphSkeleton.tsx';
import type { VersionSeries } from '../suspect.ts';

const LineGraph = lazy(() => import('../graphs/LineGraph.tsx').then(m => ({ default: m.LineGraph })));

/** Lines in one graph: more are not told apart. */
const MOST_LINES = 4;

interface ServiceGraphProps {
  service: string;
  series: readonly VersionSeries[];
  span: { from: number; to: number };
  chosen: { from: number; to: number } | undefined;
  onClose(): void;
}

/** How long the requests of one service took, a line for each of its versions. */
export function ServiceGraph({ service, series, span, chosen, onClose }: ServiceGraphProps) {
  const { times, lines, slowest } = useMemo(() => {
    const shown = series.slice(0, MOST_LINES);
    const all = [...new Set(shown.flatMap(({ buckets }) => buckets.map(({ at }) => parseInstant(at))))].sort(
      (one, other) => one - other,
    );
    return {
      times: all,
      lines: shown.map(({ version, buckets }) => {
        const values = new Map(buckets.map(({ at, p95Us }) => [parseInstant(at), p95Us]));
        return { label: version || t.traces.versions.untold, values: all.map(at => values.get(at) ?? null) };
      }),
      slowest: Math.max(0, ...shown.flatMap(({ buckets }) => buckets.map(({ p95Us }) => p95Us))),
    };
  }, [series]);
  if (times.length === 0) return null;
  return (
    <div className="mb-3 flex items-start gap-2 rounded border border-line bg-panel px-3 py-2">
      <div className="min-w-0 flex-1">
        <Suspense fallback={<GraphSkeleton />}>
          <LineGraph
            title={t.traces.versions.larger(service || t.traces.unnamed)}
            summary={t.suspects.latencySaid(microsText(slowest))}
            times={times}
            lines={lines}
            valueText={microsText}
            span={span}
            {...(chosen && { impact: chosen })}
          />
        </Suspense>
      </div>
      <Button
        size="small"
        kind="quiet"
        icon={<X size={14} aria-hidden />}
        aria-label={t.traces.versions.allServices}
        onClick={onClose}
      />
    </div>
  );
}
