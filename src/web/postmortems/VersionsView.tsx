import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CONTRIBUTORS } from '../../contract/roles.ts';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { useMe } from '../shell/useMe.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { Time } from '../ui/Time.tsx';
import { say } from '../ui/Toasts.tsx';
import type { Postmortem } from './postmortem.ts';
import { usePostmortemChange } from './usePostmortemChange.ts';
import { VersionDiff } from './VersionDiff.tsx';

/** Who changed what and when; any version can be compared with the one before, and made the newest again. */
export function VersionsView({ postmortem }: { postmortem: Postmortem }) {
  const me = useMe();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { version?: number };
  const change = usePostmortemChange();
  const { id } = postmortem;
  const list = useInfiniteQuery(
    api.postmortems.versions.infiniteOptions({
      input: (cursor: string | undefined) => ({ id, limit: 100, ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  );
  if (list.isPending) return <SkeletonRows />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const versions = list.data.pages.flatMap(page => page.items);
  const place = Math.max(
    0,
    versions.findIndex(({ version }) => version === Number(search.version)),
  );
  const shown = versions[place];
  const before = versions[place + 1];
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <ol className="flex flex-col gap-0.5" aria-label={t.postmortems.versions}>
        {versions.map(entry => (
          <li key={entry.version}>
            <button
              type="button"
              aria-current={entry === shown}
              className={cx(
                'w-full rounded px-2.5 py-1.5 text-left',
                entry === shown ? 'bg-accent-soft' : 'hover:bg-sunken',
              )}
              onClick={() =>
                void navigate({ to: '.', search: { ...search, version: entry.version }, replace: true })
              }
            >
              <span className="flex justify-between gap-2">
                <span className="font-medium">{t.postmortems.version(entry.version)}</span>
                <span className="text-sm text-muted">
                  <Time at={entry.createdAt} as="ago" />
                </span>
              </span>
              <span className="block truncate text-sm text-muted">
                {entry.author?.name ?? t.common.unknown}
                {entry.note && ` · ${entry.note}`}
                {entry.changedSections.length > 0 &&
                  ` · ${entry.changedSections.map(({ title }) => title).join(', ')}`}
              </span>
            </button>
          </li>
        ))}
        {list.hasNextPage && (
          <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t.common.loadMore}
          </Button>
        )}
      </ol>
      {shown && (
        <div className="min-w-0">
          <header className="mb-3 flex items-center gap-3">
            <h2 className="flex-1 font-semibold">{t.postmortems.compare}</h2>
            {me.may(CONTRIBUTORS) && place > 0 && postmortem.state === 'draft' && (
              <Button
                isBusy={change.isPending}
                onClick={() =>
                  change.mutate(() => api.postmortems.restoreVersion.call({ id, number: shown.version }), {
                    onSuccess: () => say(t.postmortems.restored(shown.version)),
                  })
                }
              >
                {t.postmortems.restore}
              </Button>
            )}
          </header>
          {before ? (
            <VersionDiff id={id} from={before.version} to={shown.version} />
          ) : (
            <p className="text-muted">{t.postmortems.noChange}</p>
          )}
        </div>
      )}
    </div>
  );
}
