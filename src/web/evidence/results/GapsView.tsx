import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { api } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { countText } from '../../messages/plural.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { durationText } from '../../ui/instant.ts';
import { ListFrame } from '../../ui/ListFrame.tsx';
import { paging } from '../../ui/paging.ts';
import { Time } from '../../ui/Time.tsx';
import type { ResultProps } from '../views.ts';

type Gap = Awaited<ReturnType<typeof api.readings.gaps.call>>['items'][number];

/** Gaps of a kind together, kinds in the order of their first one. */
const byKind = (gaps: readonly Gap[]): [Gap['kind'], readonly Gap[]][] => [
  ...Map.groupBy(gaps, ({ kind }) => kind),
];

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
        <div className="flex flex-col gap-5">
          {byKind(gaps).map(([kind, some]) => (
            <section key={kind} aria-label={t.evidence.gap[kind]}>
              <h2 className="mb-1.5 flex items-center gap-2 font-semibold">
                {t.evidence.gap[kind]}
                <span className="tabular text-sm font-normal text-muted">{countText(some.length)}</span>
              </h2>
              <ol className="divide-y divide-line rounded border border-line bg-panel">
                {some.map(gap => (
                  <li
                    key={`${gap.source} ${gap.from} ${gap.text}`}
                    className="grid gap-x-6 px-4 py-2 lg:grid-cols-[20rem_13rem_minmax(0,1fr)]"
                  >
                    <p className="text-sm max-lg:empty:hidden">
                      {gap.from && gap.to && (
                        <Link
                          to="/incidents/$id/timeline"
                          params={{ id: incidentId }}
                          search={{ view: `${gap.from}~${gap.to}` }}
                          className="text-accent hover:underline"
                        >
                          <Time at={gap.from} /> – <Time at={gap.to} as="clock" />
                          {' · '}
                          {durationText(Date.parse(gap.to) - Date.parse(gap.from))}
                        </Link>
                      )}
                    </p>
                    <p className="text-sm text-muted [overflow-wrap:anywhere] max-lg:empty:hidden">
                      {gap.source && <bdi>{gap.source}</bdi>}
                    </p>
                    <p className="max-w-[90ch]">{gap.text}</p>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
    </ListFrame>
  );
}
