import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { Section } from '../ui/Section.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { Time } from '../ui/Time.tsx';
import { say, sayError } from '../ui/Toasts.tsx';
import { describeBrowser } from './describeBrowser.ts';

/** Where you are signed in; each session can be ended from here. */
export function SessionsSection() {
  const queryClient = useQueryClient();
  const list = useQuery(api.sessions.list.queryOptions({ input: {} }));
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.sessions.key() });
  const end = useMutation({
    mutationFn: (id: string) => api.sessions.end.call({ id }),
    onSuccess: () => say(t.access.ended),
    onError: sayError,
    onSettled: refresh,
  });
  const endOthers = useMutation({
    mutationFn: () => api.sessions.endOthers.call({}),
    onSuccess: ({ ended }) => say(t.access.endedOthers(ended)),
    onError: sayError,
    onSettled: refresh,
  });
  const items = list.data?.items ?? [];
  return (
    <Section
      title={t.access.sessions}
      actions={
        items.length > 1 && (
          <Button size="small" isBusy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t.access.endOthers}
          </Button>
        )
      }
    >
      {list.isPending && <SkeletonRows count={2} />}
      {isLost(list) && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      <ul className="divide-y divide-line">
        {items.map(session => (
          <li key={session.id} className="flex flex-wrap items-center gap-3 py-2">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {describeBrowser(session.userAgent)}
                {session.isCurrent && <Badge tone="accent">{t.access.thisOne}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {session.address && <span className="tabular">{session.address} · </span>}
                {t.access.lastUsed} <Time at={session.usedAt} as="ago" />
              </p>
            </div>
            {!session.isCurrent && (
              <Button
                size="small"
                isBusy={end.isPending && end.variables === session.id}
                onClick={() => end.mutate(session.id)}
              >
                {t.access.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
