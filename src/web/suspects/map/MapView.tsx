import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { parseInstant } from '../../../core/instant.ts';
import type { Health } from '../../../core/traces/judgeHealth.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { MEASURE_COLUMNS, measureCells } from '../measureCells.ts';
import { saveTable } from '../saveTable.ts';
import { NoSpans } from '../stretch/NoSpans.tsx';
import { SampledNote } from '../stretch/SampledNote.tsx';
import { StretchField } from '../stretch/StretchField.tsx';
import { useStretch } from '../stretch/useStretch.ts';
import { CallTable } from './CallTable.tsx';
import { HEALTH_LOOKS } from './healthLooks.ts';
import { type JudgedCall, judgeMap } from './judgeMap.ts';
import { ServicePanel } from './ServicePanel.tsx';
import { searchOfCall } from './searchOfCall.ts';

const ServiceMap = lazy(() => import('./ServiceMap.tsx').then(m => ({ default: m.ServiceMap })));

/** Services on the map; of more, the most asked. */
const MOST = 80;
/** As high as most maps. */
const LOADING = <Skeleton className="h-[30rem] w-full" />;

interface MapViewProps {
  incidentId: string;
  readingId: string;
}

/** Which service calls which, and how that goes in a stretch of time against the time before it. */
export function MapView({ incidentId, readingId }: MapViewProps) {
  const navigate = useNavigate();
  const stretch = useStretch(incidentId);
  const { search, change, input, isCompared } = stretch;
  const found = useQuery(
    api.traces.calls.queryOptions({
      input: { incidentId, readingId, ...input, limit: MOST },
      enabled: !stretch.isPending,
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: before => before,
    }),
  );
  const map = useMemo(() => found.data && judgeMap(found.data, isCompared), [found.data, isCompared]);
  const chosen = map?.services.find(({ service }) => service === search.service);
  const silent = useMemo(
    () => new Set(map?.services.filter(({ isSilent }) => isSilent).map(({ service }) => service)),
    [map],
  );
  const openCall = (call: JudgedCall): void =>
    void navigate({
      to: '/incidents/$id/suspects',
      params: { id: incidentId },
      search: { ...searchOfCall(call, silent), ...input },
    });
  const minutes =
    input.from && input.to ? (parseInstant(input.to) - parseInstant(input.from)) / 60e6 : undefined;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <StretchField stretch={stretch} />
        <p className="min-w-60 flex-1 text-muted">
          {isCompared ? t.traces.map.lead : t.traces.map.leadAlone}
        </p>
      </div>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {!map && !found.isError && (
        <div role="status" aria-label={t.common.loading}>
          {LOADING}
        </div>
      )}
      {map && map.services.length === 0 && <NoSpans incidentId={incidentId} stretch={stretch} />}
      {found.data && map && map.services.length > 0 && (
        <>
          <SampledNote everyNth={found.data.everyNth} />
          <div className="flex flex-col gap-4 lg:flex-row lg:items-start">
            <div className="min-w-0 flex-1">
              <Suspense fallback={LOADING}>
                <ServiceMap
                  map={map}
                  chosen={chosen?.service}
                  onChoose={service => change({ service })}
                  onCall={openCall}
                />
              </Suspense>
              <Legend isCompared={isCompared} isCut={found.data.isCut} />
            </div>
            {chosen && (
              <ServicePanel
                key={chosen.service}
                incidentId={incidentId}
                map={map}
                service={chosen}
                stretch={input}
                isCompared={isCompared}
                onClose={() => change({ service: undefined })}
              />
            )}
          </div>
          <Section
            title={t.traces.map.calls}
            className="mt-4"
            actions={
              <Button
                size="small"
                className="no-print"
                icon={<Download size={14} aria-hidden />}
                onClick={() =>
                  saveTable(`${incidentId}-${t.traces.map.file}`, COLUMNS, map.calls.map(cellsOf))
                }
              >
                {t.traces.save}
              </Button>
            }
          >
            <CallTable
              incidentId={incidentId}
              calls={map.calls}
              silent={silent}
              stretch={input}
              minutes={minutes}
            />
          </Section>
        </>
      )}
    </>
  );
}

/** What can be said with something to compare with, and without. */
const SHOWN: Record<'compared' | 'alone', readonly Health[]> = {
  compared: ['failing', 'slower', 'steady', 'few', 'new', 'silent'],
  alone: ['failing', 'answering'],
};

function Legend({ isCompared, isCut }: { isCompared: boolean; isCut: boolean }) {
  return (
    <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      <ul aria-label={t.traces.map.legend} className="flex flex-wrap gap-x-4 gap-y-1">
        {SHOWN[isCompared ? 'compared' : 'alone'].map(health => (
          <li key={health} className="flex gap-1.5">
            <span aria-hidden className={cx('w-3 text-center', HEALTH_LOOKS[health].text)}>
              {HEALTH_LOOKS[health].sign}
            </span>
            {t.traces.map.health[health]}
          </li>
        ))}
      </ul>
      {isCut && <span>{t.traces.map.cut(MOST)}</span>}
      <span className="max-sm:hidden">{t.traces.map.arrows}</span>
    </div>
  );
}

const COLUMNS = ['caller', 'callee', 'health', ...MEASURE_COLUMNS];
const cellsOf = (call: JudgedCall): (string | number | null)[] => [
  call.caller,
  call.callee,
  call.health,
  ...measureCells(call),
];
