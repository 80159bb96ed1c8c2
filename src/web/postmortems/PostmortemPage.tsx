import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { isLost } from '../ui/isLost.ts';
import { Page } from '../ui/Page.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { PostmortemBar } from './PostmortemBar.tsx';
import { PostmortemViews } from './PostmortemViews.tsx';
import { STATE_TONE } from './tones.ts';

const route = getRouteApi('/inside/postmortems/$id');

/** One postmortem on a page of its own. */
export function PostmortemPage() {
  const { id } = route.useParams();
  const found = useQuery(api.postmortems.get.queryOptions({ input: { id } }));
  if (isLost(found)) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data)
    return (
      <Page title={t.postmortems.title}>
        <SkeletonRows />
      </Page>
    );
  const { title, state, incident } = found.data;
  return (
    <Page
      title={title}
      above={
        <span className="mb-1 flex items-center gap-2">
          <Link
            to="/incidents/$id"
            params={{ id: incident.number }}
            className="tabular font-medium hover:text-accent hover:underline"
          >
            {incident.number}
          </Link>
          <Badge tone={STATE_TONE[state] ?? 'neutral'}>{t.postmortems.state[state]}</Badge>
        </span>
      }
      actions={<PostmortemBar postmortem={found.data} />}
    >
      <PostmortemViews postmortem={found.data} />
    </Page>
  );
}
