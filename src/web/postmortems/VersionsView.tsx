import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import type { Postmortem } from './postmortem.ts';
import { useVersionSearch, useVersions } from './useVersions.ts';
import { VersionEntry } from './VersionEntry.tsx';
import { VersionReader } from './VersionReader.tsx';

/** Who changed what and when; any version can be read, compared with another, and made the newest again. */
export function VersionsView({ postmortem }: { postmortem: Postmortem }) {
  const { search, change } = useVersionSearch();
  const list = useVersions(postmortem.id);
  if (isLost(list)) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <SkeletonRows />;
  const versions = list.data.pages.flatMap(page => page.items);
  const shown = versions.find(({ version }) => version === Number(search.version)) ?? versions[0];
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[17rem_minmax(0,1fr)]">
      <ol
        className="no-print flex max-h-[calc(100dvh-14rem)] flex-col gap-0.5 overflow-y-auto max-lg:max-h-64 lg:sticky lg:top-16"
        aria-label={t.postmortems.versions}
      >
        {versions.map(entry => (
          <VersionEntry
            key={entry.version}
            entry={entry}
            isShown={entry === shown}
            onOpen={() => change({ version: entry.version, against: undefined })}
          />
        ))}
        {list.hasNextPage && (
          <li>
            <Button isBusy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t.common.loadMore}
            </Button>
          </li>
        )}
      </ol>
      {shown && <VersionReader postmortem={postmortem} versions={versions} shown={shown} />}
    </div>
  );
}
