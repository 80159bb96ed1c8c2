import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { durationText } from '../../ui/instant.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { Time } from '../../ui/Time.tsx';
import type { ResultProps } from '../views.ts';

/** What is missing, silent or contradictory: to be known before an order or an absence is trusted. */
export function GapsView({ incidentId, readingId }: ResultProps) {
  const list = useInfiniteQuery(
    api.readings.gaps.infiniteOptions({
      input: (cursor: string | undefined) => ({
        incidentId,
        readingId,
        limit: 100,
        ...(cursor && { cursor }),
      }),
      ...paging,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  return (
    <ListFrame
      list={list}
      empty={
        <EmptyState icon={<CircleCheck size={28} />} title={t.evidence.noGaps} text={t.evidence.noGapsText} />
      }
    >
      {gaps => (
        <ol className="divide-y divide-line rounded border border-line bg-panel">
          {gaps.map(gap => (
            <li key={`${gap.kind} ${gap.source} ${gap.from} ${gap.text}`} className="px-4 py-3">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Badge tone="warn">{t.evidence.gap[gap.kind]}</Badge>
                {gap.source && <bdi className="font-medium [overflow-wrap:anywhere]">{gap.source}</bdi>}
                {gap.from && gap.to && (
                  <Link
                    to="/incidents/$id/timeline"
                    params={{ id: incidentId }}
                    search={{ view: `${gap.from}~${gap.to}` }}
                    className="text-sm text-muted hover:text-accent hover:underline"
                  >
                    <Time at={gap.from} /> – <Time at={gap.to} as="clock" />
                    {' · '}
                    {durationText(Date.parse(gap.to) - Date.parse(gap.from))}
                  </Link>
                )}
              </p>
              <p className="mt-1 max-w-[90ch]">{gap.text}</p>
            </li>
          ))}
        </ol>
      )}
    </ListFrame>
  );
}
