import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Crosshair, Plus, ScrollText } from 'lucide-react';
import { durationText } from '../../../core/chart/durationText.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { isLost } from '../../ui/isLost.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Time } from '../../ui/Time.tsx';
import type { TimelineModel } from '../model/timelineModel.ts';
import { unsettledWith } from '../model/unsettled.ts';
import { doubtText } from '../textsOf.ts';
import { Fact } from './MomentDetail.tsx';

interface EventDetailProps {
  incidentId: string;
  readingId: string;
  model: TimelineModel;
  place: number;
  mayAdd: boolean;
  onAdd(about: { at: string; title: string; service: string; uncertaintyUs: number | null }): void;
  onShow(): void;
}

/** One record of the evidence, whole, with its clock and what its order is open with. */
export function EventDetail({
  incidentId,
  readingId,
  model,
  place,
  mayAdd,
  onAdd,
  onShow,
}: EventDetailProps) {
  const number = model.columns.number[place]!;
  const found = useQuery(
    api.records.around.queryOptions({
      input: { incidentId, readingId, number, before: 0, after: 0 },
      staleTime: Infinity,
    }),
  );
  if (isLost(found)) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const record = found.data?.records[0];
  if (!record) return <Skeleton className="h-40 w-full" />;
  const others = unsettledWith(model.columns, place).length;
  const at = record.at ?? '';
  return (
    <article aria-label={t.timeline.tip.record(number)} className="flex flex-col gap-3">
      <header className="flex flex-col items-start gap-1.5">
        <Badge tone={record.level === 'error' || record.level === 'fatal' ? 'error' : 'neutral'}>
          {record.level || record.kind}
        </Badge>
        <pre className="max-h-64 w-full overflow-auto whitespace-pre-wrap break-words rounded bg-sunken p-2 font-mono text-sm">
          {record.body || record.name}
        </pre>
      </header>
      <dl className="flex flex-col gap-2">
        <Fact name={t.timeline.at}>
          <Time at={at} digits={6} />{' '}
          <span className="text-muted">{doubtText(record.clockUncertaintyUs)}</span>
          {others > 0 && <p className="text-sm text-warn">{t.timeline.tip.unsettled(others)}</p>}
        </Fact>
        <Fact name={t.timeline.stamp}>
          <span className="font-mono text-sm">{record.atRaw}</span>
          {record.clockCorrectionUs !== 0 && (
            <span className="text-muted">
              {' '}
              {t.timeline.corrected(durationText(record.clockCorrectionUs))}
            </span>
          )}
        </Fact>
        <Fact name={t.timeline.place}>
          {[record.service, record.host].filter(Boolean).join(' · ')}
          <span className="block font-mono text-sm text-muted">
            {record.path}:{record.line}
          </span>
        </Fact>
        {record.traceId && (
          <Fact name={t.timeline.trace}>
            <span className="font-mono text-sm">{record.traceId}</span>
            {record.durationUs !== null && (
              <span className="text-muted"> {t.timeline.tip.took(durationText(record.durationUs))}</span>
            )}
          </Fact>
        )}
        {record.attributes && (
          <Fact name={t.timeline.attributes}>
            <span className="block max-h-32 overflow-auto font-mono text-sm">{record.attributes}</span>
          </Fact>
        )}
      </dl>
      <div className="flex flex-wrap gap-2">
        {mayAdd && (
          <Button
            icon={<Plus size={15} aria-hidden />}
            onClick={() =>
              onAdd({
                at,
                title: (record.body || record.name).trim().slice(0, 200),
                service: record.service,
                uncertaintyUs: record.clockUncertaintyUs,
              })
            }
          >
            {t.timeline.makeMoment}
          </Button>
        )}
        <Link
          to="/incidents/$id/evidence"
          params={{ id: incidentId }}
          search={{ view: 'logs', kind: 'all', record: number }}
          className="inline-flex h-8 items-center gap-2 rounded px-3 font-medium text-muted hover:bg-sunken hover:text-text"
        >
          <ScrollText size={15} aria-hidden /> {t.timeline.openInLogs}
        </Link>
        <Button kind="quiet" icon={<Crosshair size={15} aria-hidden />} onClick={onShow}>
          {t.timeline.showOnTimeline}
        </Button>
      </div>
    </article>
  );
}
