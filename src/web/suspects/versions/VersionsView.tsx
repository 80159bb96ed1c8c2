import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { MEASURE_COLUMNS, measureCells } from '../measureCells.ts';
import { saveTable } from '../saveTable.ts';
import { NoSpans } from '../stretch/NoSpans.tsx';
import { SampledNote } from '../stretch/SampledNote.tsx';
import { StretchField } from '../stretch/StretchField.tsx';
import { useStretch } from '../stretch/useStretch.ts';
import type { VersionRow } from '../suspect.ts';
import { SmallGraphs } from './SmallGraphs.tsx';
import { orderOf, orderText, sortVersions } from './sortVersions.ts';
import { VersionTable } from './VersionTable.tsx';

interface VersionsViewProps {
  incidentId: string;
  readingId: string;
}

/** How long requests took and how many failed, by service and version, in a stretch of time and before it. */
export function VersionsView({ incidentId, readingId }: VersionsViewProps) {
  const stretch = useStretch(incidentId);
  const { search, change, input, isCompared } = stretch;
  const found = useQuery(
    api.traces.versions.queryOptions({
      input: { incidentId, readingId, ...input },
      enabled: !stretch.isPending,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: before => before,
    }),
  );
  const order = orderOf(search.sort);
  const versions = found.data?.versions;
  const sorted = useMemo(() => sortVersions(versions ?? [], orderOf(search.sort)), [versions, search.sort]);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <StretchField stretch={stretch} />
        <p className="min-w-60 flex-1 text-muted">
          {isCompared ? t.traces.versions.lead : t.traces.versions.leadAlone}
        </p>
        <Button
          className="no-print"
          icon={<Download size={15} aria-hidden />}
          disabled={sorted.length === 0}
          onClick={() => saveTable(`${incidentId}-${t.traces.versions.file}`, COLUMNS, sorted.map(cellsOf))}
        >
          {t.traces.save}
        </Button>
      </div>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <SkeletonRows count={12} />}
      {found.data && sorted.length === 0 && <NoSpans incidentId={incidentId} stretch={stretch} />}
      {found.data && sorted.length > 0 && (
        <>
          <SampledNote everyNth={found.data.everyNth} />
          <VersionTable
            incidentId={incidentId}
            rows={sorted}
            isCompared={isCompared}
            stretch={input}
            order={order}
            onOrder={next => change({ sort: orderText(next) })}
          />
          <SmallGraphs
            incidentId={incidentId}
            readingId={readingId}
            rows={sorted}
            stretch={input}
            service={search.service}
            onService={service => change({ service })}
          />
        </>
      )}
    </>
  );
}

const COLUMNS = ['service', 'version', 'version_source', ...MEASURE_COLUMNS];
const cellsOf = (row: VersionRow): (string | number | null)[] => [
  row.service,
  row.version,
  row.source,
  ...measureCells(row),
];
