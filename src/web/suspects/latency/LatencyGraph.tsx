import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseInstant, printInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { GraphSkeleton } from '../graphs/GraphSkeleton.tsx';
import { LineGraph } from '../graphs/LineGraph.tsx';
import { NoGraph } from '../graphs/NoGraph.tsx';
import { spanAround } from '../graphs/spanAround.ts';
import type { Impact } from '../useImpact.ts';

const BUCKETS = 90;

interface LatencyGraphProps {
  incidentId: string;
  readingId: string;
  service: string;
  impact: Impact;
}

/** How long the requests of a service took around the impact. */
export function LatencyGraph({ incidentId, readingId, service, impact }: LatencyGraphProps) {
  const span = useMemo(() => spanAround(impact), [impact]);
  const found = useQuery(
    api.records.latencyOverTime.queryOptions({
      input: {
        incidentId,
        readingId,
        service: [service],
        from: printInstant(span.from),
        to: printInstant(span.to),
        buckets: BUCKETS,
      },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const drawn = useMemo(() => {
    const buckets = found.data?.buckets ?? [];
    return {
      times: buckets.map(({ at }) => parseInstant(at)),
      lines: [
        { label: 'p50', values: buckets.map(({ p50Us }) => p50Us) },
        { label: 'p95', values: buckets.map(({ p95Us }) => p95Us) },
      ],
      slowest: Math.max(...buckets.map(({ p95Us }) => p95Us)),
    };
  }, [found.data]);
  if (found.isPending) return <GraphSkeleton />;
  if (drawn.times.length === 0) return <NoGraph title={t.suspects.latencyOf(service)} />;
  return (
    <LineGraph
      title={t.suspects.latencyOf(service)}
      summary={t.suspects.latencySaid(microsText(drawn.slowest))}
      times={drawn.times}
      lines={drawn.lines}
      valueText={microsText}
      impact={impact}
      span={span}
    />
  );
}
