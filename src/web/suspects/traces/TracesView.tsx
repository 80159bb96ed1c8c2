import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { microsText } from '../../evidence/results/microsText.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';
import { Time } from '../../ui/Time.tsx';
import { Narrowed } from '../stretch/Narrowed.tsx';
import { NoSpans } from '../stretch/NoSpans.tsx';
import { StretchField } from '../stretch/StretchField.tsx';
import { useStretch } from '../stretch/useStretch.ts';
import { TraceWaterfall } from './TraceWaterfall.tsx';

interface TracesViewProps {
  incidentId: string;
  readingId: string;
}

/** Requests of the impact, the slowest or the failed ones first; each opens as a waterfall of its spans. */
export function TracesView({ incidentId, readingId }: TracesViewProps) {
  const stretch = useStretch(incidentId);
  const { search, change } = stretch;
  const asked = { incidentId, readingId };
  const frozen = { staleTime: Number.POSITIVE_INFINITY, placeholderData: <T,>(before: T) => before };
  const found = useQuery(
    api.records.traces.queryOptions({
      input: {
        ...asked,
        ...stretch.input,
        ...(search.text && { text: String(search.text) }),
        ...(search.caller && { caller: search.caller }),
        order: search.order === 'failed' ? 'failed' : 'slowest',
        ...(search.service && { service: [search.service] }),
        limit: 100,
      },
      enabled: !stretch.isPending,
      ...frozen,
    }),
  );
  const services = useQuery(api.records.latency.queryOptions({ input: { ...asked, limit: 500 }, ...frozen }));
  if (search.trace)
    return (
      <TraceWaterfall
        key={search.trace}
        incidentId={incidentId}
        readingId={readingId}
        traceId={String(search.trace)}
        onClose={() => change({ trace: undefined })}
      />
    );
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        <SelectField
          label={t.suspects.order}
          value={search.order ?? ''}
          onChange={event => change({ order: event.target.value || undefined })}
        >
          <option value="">{t.suspects.slowest}</option>
          <option value="failed">{t.suspects.failedFirst}</option>
        </SelectField>
        <SelectField
          label={t.suspects.passing}
          className="max-w-64"
          value={search.service ?? ''}
          onChange={event => change({ service: event.target.value || undefined, caller: undefined })}
        >
          <option value="">{t.suspects.anyService}</option>
          {services.data?.services.map(({ service }) => (
            <option key={service} value={service}>
              {service}
            </option>
          ))}
        </SelectField>
        <StretchField stretch={stretch} />
        {search.caller && (
          <Narrowed
            text={t.suspects.calledBy(search.caller)}
            onRemove={() => change({ caller: undefined })}
          />
        )}
        {search.text && (
          <Narrowed
            text={t.suspects.holding(String(search.text))}
            onRemove={() => change({ text: undefined })}
          />
        )}
      </div>
      {found.isPending && <SkeletonRows />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.traces.length === 0 && <NoSpans incidentId={incidentId} stretch={stretch} />}
      {found.data && found.data.traces.length > 0 && (
        <Table
          caption={t.suspects.view.traces}
          rows={found.data.traces}
          keyOf={({ traceId }) => traceId}
          columns={[
            {
              key: 'name',
              label: t.suspects.request,
              cell: ({ traceId, service, name }) => (
                <Link
                  to="/incidents/$id/suspects"
                  params={{ id: incidentId }}
                  search={{ ...search, view: 'traces', trace: traceId }}
                  className="[overflow-wrap:anywhere] hover:text-accent hover:underline"
                >
                  <bdi className="font-medium">{service}</bdi> <bdi className="text-muted">{name}</bdi>
                </Link>
              ),
            },
            {
              key: 'at',
              label: t.suspects.began,
              cell: ({ at }) => <Time at={at} as="clock" digits={3} />,
            },
            {
              key: 'duration',
              label: t.suspects.took,
              isNumber: true,
              className: 'whitespace-nowrap',
              cell: ({ durationUs }) => microsText(durationUs),
            },
            {
              key: 'spans',
              label: t.suspects.spans,
              isNumber: true,
              cell: ({ spans }) => countText(spans),
            },
            {
              key: 'services',
              label: t.suspects.services,
              isNumber: true,
              isExtra: true,
              cell: trace => countText(trace.services),
            },
            {
              key: 'errors',
              label: t.suspects.failed,
              isNumber: true,
              cell: ({ errors }) =>
                errors > 0 ? <span className="text-error">{countText(errors)}</span> : '–',
            },
          ]}
        />
      )}
    </>
  );
}
