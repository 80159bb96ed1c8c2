import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { parseInstant, printInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { VersionRow } from '../suspect.ts';
import { ServiceGraph } from './ServiceGraph.tsx';
import { SmallGraph } from './SmallGraph.tsx';
import { versionKey } from './versionName.ts';

/** Graphs beside each other; the rest stand in the table. */
const MOST = 24;
const BUCKETS = 60;
/** How much of the time around the chosen one is shown, as a share of its length. */
const MARGIN = 0.75;

interface SmallGraphsProps {
  incidentId: string;
  readingId: string;
  /** In the order of the table. */
  rows: readonly VersionRow[];
  stretch: { from?: string; to?: string };
  service: string | undefined;
  onService(service: string | undefined): void;
}

/** What the graphs span: the chosen time with some of what is around it, within what the requests span. */
function spanOf(rows: readonly VersionRow[], { from, to }: SmallGraphsProps['stretch']) {
  const first = Math.min(...rows.map(row => parseInstant(row.first)));
  const last = Math.max(...rows.map(row => parseInstant(row.last))) + 1;
  if (from === undefined && to === undefined) return { span: { from: first, to: last }, chosen: undefined };
  const chosen = { from: from ? parseInstant(from) : first, to: to ? parseInstant(to) : last };
  const margin = Math.max(0, chosen.to - chosen.from) * MARGIN;
  const span = {
    from: Math.round(Math.max(first, chosen.from - margin)),
    to: Math.round(Math.max(first + 1, Math.min(last, chosen.to + margin))),
  };
  return { span, chosen };
}

/** The 95th percentile of each version over time, all on one scale; one service larger when it is chosen. */
export function SmallGraphs({ incidentId, readingId, rows, stretch, service, onService }: SmallGraphsProps) {
  const { span, chosen } = useMemo(() => spanOf(rows, stretch), [rows, stretch]);
  const found = useQuery(
    api.traces.versionsOverTime.queryOptions({
      input: {
        incidentId,
        readingId,
        from: printInstant(span.from),
        to: printInstant(span.to),
        buckets: BUCKETS,
        limit: 100,
      },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const series = useMemo(() => {
    const places = new Map(rows.map((row, place) => [versionKey(row), place]));
    const placeOf = (key: string): number => places.get(key) ?? rows.length;
    return (found.data?.versions ?? []).toSorted(
      (one, other) => placeOf(versionKey(one)) - placeOf(versionKey(other)),
    );
  }, [found.data, rows]);
  const values = series.flatMap(({ buckets }) => buckets.map(({ p95Us }) => p95Us));
  const scale = { low: Math.max(1, Math.min(...values)), high: Math.max(1, ...values) };
  return (
    <Section title={t.traces.versions.overTime} className="mt-4">
      <p className="mb-3 max-w-[80ch] text-sm text-muted">{t.traces.versions.overTimeLead}</p>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {service !== undefined && series.length > 0 && (
        <ServiceGraph
          service={service}
          series={series.filter(one => one.service === service)}
          span={span}
          chosen={chosen}
          onClose={() => onService(undefined)}
        />
      )}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-2">
        {found.isPending &&
          Array.from({ length: Math.min(MOST, rows.length) }, (_, place) => place).map(place => (
            <Skeleton key={place} className="h-[6.25rem]" />
          ))}
        {series.slice(0, MOST).map(one => (
          <SmallGraph
            key={versionKey(one)}
            series={one}
            span={span}
            chosen={chosen}
            scale={scale}
            isChosen={one.service === service}
            onChoose={() => onService(one.service === service ? undefined : one.service)}
          />
        ))}
      </div>
      {series.length > MOST && (
        <p className="mt-2 text-sm text-muted">{t.traces.versions.more(series.length - MOST)}</p>
      )}
    </Section>
  );
}
