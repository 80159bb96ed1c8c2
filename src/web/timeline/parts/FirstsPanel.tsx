import { useQuery } from '@tanstack/react-query';
import { X, ZoomIn } from 'lucide-react';
import { durationText } from '../../../core/chart/durationText.ts';
import type { TimeView } from '../../../core/chart/timeView.ts';
import { printInstant } from '../../../core/instant.ts';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { SkeletonRows } from '../../ui/Skeleton.tsx';
import { Time } from '../../ui/Time.tsx';

interface FirstsPanelProps {
  incidentId: string;
  readingId: string;
  range: TimeView;
  /** Chooses the record with this number. */
  onChoose(number: number): void;
  onZoom(): void;
  onClose(): void;
}

/** What was seen for the first time in the chosen stretch of time. */
export function FirstsPanel({ incidentId, readingId, range, onChoose, onZoom, onClose }: FirstsPanelProps) {
  const [from, to] = [printInstant(Math.floor(range.from)), printInstant(Math.ceil(range.to))];
  const found = useQuery(
    api.timeline.firsts.queryOptions({
      input: { incidentId, readingId, from, to, limit: 100 },
      staleTime: Infinity,
    }),
  );
  return (
    <section aria-label={t.timeline.firsts.title} className="mt-3 rounded border border-line bg-panel">
      <header className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2">
        <h2 className="font-semibold">{t.timeline.firsts.title}</h2>
        <span className="text-sm text-muted">
          <Time at={from} as="clock" digits={3} /> – <Time at={to} as="clock" digits={3} /> ·{' '}
          {durationText(range.to - range.from)}
          {found.data && ` · ${t.timeline.firsts.lead(found.data.records)}`}
        </span>
        <span className="flex-1" />
        <Button size="small" icon={<ZoomIn size={14} aria-hidden />} onClick={onZoom}>
          {t.timeline.firsts.zoom}
        </Button>
        <Button
          kind="quiet"
          size="icon"
          aria-label={t.timeline.firsts.clear}
          icon={<X size={16} />}
          onClick={onClose}
        />
      </header>
      {found.isPending && <SkeletonRows count={3} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.isCut && <p className="px-3 pt-2 text-sm text-warn">{t.timeline.firsts.isCut}</p>}
      {found.data?.patterns.length === 0 && (
        <p className="px-3 py-4 text-muted">
          {found.data.records === 0 ? t.timeline.firsts.noRecords : t.timeline.firsts.none}
        </p>
      )}
      <ul className="max-h-72 divide-y divide-line overflow-y-auto">
        {found.data?.patterns.map(({ pattern, records, errors, first, service, source, example }) => (
          <li key={pattern}>
            <button
              type="button"
              className="grid w-full grid-cols-[7rem_minmax(0,1fr)_auto] gap-3 px-3 py-1.5 text-left hover:bg-sunken -outline-offset-2"
              onClick={() => onChoose(example)}
            >
              <Time at={first} as="clock" digits={3} />
              <span className="min-w-0">
                <span className="line-clamp-2 break-words" dir="auto">
                  {pattern}
                </span>
                <span className="text-sm text-muted">{service || source}</span>
              </span>
              <span className="flex flex-col items-end gap-1 text-sm text-muted">
                {t.timeline.firsts.times(records)}
                {errors > 0 && (
                  <Badge tone="error">{t.timeline.tip.events(records, errors).split(', ')[1]}</Badge>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
