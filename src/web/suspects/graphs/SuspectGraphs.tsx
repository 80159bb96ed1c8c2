import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { printInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { LatencyGraph } from '../latency/LatencyGraph.tsx';
import type { Citation, Signal, Suspect } from '../suspect.ts';
import { type Impact, useImpact } from '../useImpact.ts';
import { GraphSkeleton } from './GraphSkeleton.tsx';
import { MOST_METRICS, MOST_SERVICES } from './graphsExpected.ts';
import { LineGraph } from './LineGraph.tsx';
import { NoGraph } from './NoGraph.tsx';
import { spanAround } from './spanAround.ts';

interface Sample {
  kind: string;
  name: string;
  service: string;
  path: string;
  attributes: string;
}

interface SuspectGraphsProps {
  incidentId: string;
  readingId: string;
  suspect: Suspect;
  citations: readonly Citation[];
}

/** What a suspect's metrics and requests did over time, with the impact marked. */
export function SuspectGraphs({ incidentId, readingId, suspect, citations }: SuspectGraphsProps) {
  const { impact, isPending } = useImpact(incidentId);
  const samplesOf = (from: Signal['from']): Sample[] =>
    suspect.signals
      .filter(signal => signal.from === from)
      .flatMap(({ cites }) => cites)
      .flatMap(id => citations.find(citation => citation.id === id)?.records.slice(0, 1) ?? []) as Sample[];
  const metrics = samplesOf('metric').filter(({ kind }) => kind === 'metric');
  // Time that calls to a service lose is seen at its callers.
  const callers = samplesOf('trace').map(({ service }) => service);
  const services = [...new Set([...callers, ...(callers.length > 0 ? [suspect.service] : [])])];
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {services
        .slice(0, MOST_SERVICES)
        .map(service =>
          impact ? (
            <LatencyGraph
              key={service}
              incidentId={incidentId}
              readingId={readingId}
              service={service}
              impact={impact}
            />
          ) : (
            isPending && <GraphSkeleton key={service} />
          ),
        )}
      {metrics.slice(0, MOST_METRICS).map(sample => (
        <MetricGraph
          key={`${sample.path} ${sample.name}`}
          incidentId={incidentId}
          readingId={readingId}
          sample={sample}
          impact={impact}
        />
      ))}
    </div>
  );
}

interface MetricGraphProps {
  incidentId: string;
  readingId: string;
  sample: Sample;
  impact: Impact | undefined;
}

function MetricGraph({ incidentId, readingId, sample, impact }: MetricGraphProps) {
  const { name, service, path } = sample;
  const span = useMemo(() => impact && spanAround(impact), [impact]);
  const found = useQuery(
    api.records.series.queryOptions({
      input: {
        incidentId,
        readingId,
        name: [name],
        path: [path],
        ...(service && { service: [service] }),
        ...(span && { from: printInstant(span.from), to: printInstant(span.to) }),
        limit: 1,
      },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const series = found.data?.series[0];
  const values = series?.values;
  const lines = useMemo(() => [{ label: name, values: values ?? [] }], [name, values]);
  const title = t.suspects.graphOf(name, service || path);
  if (!series) return found.isPending ? <GraphSkeleton /> : <NoGraph title={title} />;
  const [first = 0, last = 0] = [series.times[0], series.times.at(-1)];
  return (
    <LineGraph
      title={title}
      summary={t.suspects.graphSaid(
        series.samples,
        printInstant(first),
        printInstant(last),
        Math.min(...series.values),
        Math.max(...series.values),
      )}
      times={series.times}
      lines={lines}
      {...(impact && span && { impact, span })}
    />
  );
}
