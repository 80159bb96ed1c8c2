import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { Time } from '../ui/Time.tsx';
import { leafChanges } from './leafChanges.ts';
import { useIncident } from './useIncident.ts';

/** Longest text of a value that a line shows. */
const LONGEST = 80;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A value as a line shows it. */
function Value({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '') return t.common.none;
  if (typeof value === 'string' && INSTANT.test(value)) return <Time at={value} />;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What was done to the incident and all that hangs on it, newest first, as the audit log has it. */
export function IncidentActivity() {
  const { id } = useIncident();
  const list = useInfiniteQuery(
    api.incidents.activity.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, limit: 100, ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  );
  if (list.isPending) return <SkeletonRows />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <ol aria-label={t.incidents.activityTitle} className="flex flex-col">
        {list.data.pages
          .flatMap(page => page.items)
          .map(entry => (
            <li key={entry.id} className="grid grid-cols-[7rem_1fr] gap-3 border-b border-line py-2">
              <span className="text-sm text-muted">
                <Time at={entry.at} as="ago" />
              </span>
              <div className="min-w-0">
                <p>
                  <span className="font-medium">{entry.actor.name ?? t.common.unknown}</span>{' '}
                  {t.activity[entry.operation] ?? (
                    <code className="font-mono text-sm text-muted">{entry.operation}</code>
                  )}
                </p>
                {entry.changed.flatMap(leafChanges).map(({ field, before, after }) => (
                  <p key={field} className="truncate text-sm text-muted">
                    {t.incidents.time[field] ?? field}:{' '}
                    <del className="text-muted">
                      <Value value={before} />
                    </del>{' '}
                    →{' '}
                    <ins className="text-text no-underline">
                      <Value value={after} />
                    </ins>
                  </p>
                ))}
              </div>
            </li>
          ))}
      </ol>
      {list.hasNextPage && (
        <Button className="mt-3" isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t.common.loadMore}
        </Button>
      )}
    </>
  );
}
