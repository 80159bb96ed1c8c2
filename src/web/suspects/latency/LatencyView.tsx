import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { printInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { type Column, Table } from '../../ui/Table.tsx';
import type { ServiceLatency } from '../suspect.ts';
import { useImpact } from '../useImpact.ts';
import { LatencyGraph } from './LatencyGraph.tsx';

/** Slower than before by this factor is said to be slower; less is chance. */
const NOTABLE = 1.5;

interface LatencyViewProps {
  incidentId: string;
  readingId: string;
}

/** How long requests took by service, in the impact and before it. */
export function LatencyView({ incidentId, readingId }: LatencyViewProps) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { service?: string };
  const impact = useImpact(incidentId);
  const asked = { incidentId, readingId, limit: 500 };
  const frozen = { staleTime: Number.POSITIVE_INFINITY };
  const within = useQuery(
    api.records.latency.queryOptions({
      input: { ...asked, ...(impact && { from: printInstant(impact.from), to: printInstant(impact.to) }) },
      ...frozen,
    }),
  );
  const before = useQuery(
    api.records.latency.queryOptions({
      input: { ...asked, to: printInstant(impact?.from ?? 0) },
      enabled: impact !== undefined,
      ...frozen,
    }),
  );
  if (within.isPending) return <SkeletonRows />;
  if (!within.data) return <ErrorState error={within.error} onRetry={() => void within.refetch()} />;
  const { services } = within.data;
  if (services.length === 0) return <EmptyState title={t.suspects.noSpans} text={t.suspects.noSpansText} />;
  const usual = new Map(before.data?.services.map(row => [row.service, row]));
  const duration = (key: 'p50Us' | 'p95Us' | 'p99Us', label: string): Column<ServiceLatency> => ({
    key,
    label,
    isNumber: true,
    isExtra: key === 'p99Us',
    className: 'whitespace-nowrap',
    cell: row => <Compared now={row[key]} usual={usual.get(row.service)?.[key]} />,
  });
  const columns: Column<ServiceLatency>[] = [
    {
      key: 'service',
      label: t.suspects.service,
      cell: ({ service }) => (
        <button
          type="button"
          aria-pressed={service === search.service}
          className="text-left font-medium [overflow-wrap:anywhere] hover:text-accent hover:underline aria-pressed:text-accent"
          onClick={() =>
            void navigate({
              to: '.',
              search: { ...search, service: service === search.service ? undefined : service } as never,
              resetScroll: false,
            })
          }
        >
          <bdi>{service || t.common.unknown}</bdi>
        </button>
      ),
    },
    {
      key: 'spans',
      label: t.suspects.spans,
      isNumber: true,
      cell: ({ service, spans }) => (
        <Link
          to="/incidents/$id/suspects"
          params={{ id: incidentId }}
          search={{ view: 'traces', service }}
          className="hover:text-accent hover:underline"
        >
          {countText(spans)}
        </Link>
      ),
    },
    {
      key: 'errors',
      label: t.suspects.failed,
      isNumber: true,
      cell: ({ errors, spans }) =>
        errors === 0 ? '–' : <span className="text-error">{((100 * errors) / spans).toFixed(1)} %</span>,
    },
    duration('p50Us', 'p50'),
    duration('p95Us', 'p95'),
    duration('p99Us', 'p99'),
  ];
  return (
    <>
      <p className="mb-3 text-muted">{impact ? t.suspects.latencyLead : t.suspects.latencyLeadAll}</p>
      {search.service && impact && (
        <div className="mb-4 rounded border border-line bg-panel px-4 py-3">
          <LatencyGraph
            incidentId={incidentId}
            readingId={readingId}
            service={search.service}
            impact={impact}
          />
        </div>
      )}
      <Table
        caption={t.suspects.view.latency}
        columns={columns}
        rows={services}
        keyOf={({ service }) => service}
      />
    </>
  );
}

function Compared({ now, usual }: { now: number; usual: number | undefined }) {
  const factor = usual ? now / usual : 1;
  return (
    <span className="inline-flex items-baseline gap-2">
      {factor >= NOTABLE && (
        <span className="text-xs text-warn" title={t.suspects.usually(microsText(usual ?? 0))}>
          {t.suspects.times(factor)}
        </span>
      )}
      <span className="w-16">{microsText(now)}</span>
    </span>
  );
}
