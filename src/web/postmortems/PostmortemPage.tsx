import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../api.ts';
import { t } from '../messages/index.ts';
import { Fetched } from '../ui/Fetched.tsx';
import { isLost } from '../ui/isLost.ts';
import { Page } from '../ui/Page.tsx';
import { PostmortemBar } from './PostmortemBar.tsx';
import { PostmortemHead } from './PostmortemHead.tsx';
import { PostmortemViews } from './PostmortemViews.tsx';

const route = getRouteApi('/inside/postmortems/$id');

/** One postmortem on a page of its own. */
export function PostmortemPage() {
  const { id } = route.useParams();
  const found = useQuery(api.postmortems.get.queryOptions({ input: { id } }));
  if (!found.data || isLost(found))
    return (
      <Page title={t.postmortems.title}>
        <Fetched query={found}>{() => null}</Fetched>
      </Page>
    );
  const { title, incident } = found.data;
  return (
    <Page
      title={title}
      above={
        <span className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to="/incidents/$id"
            params={{ id: incident.number }}
            className="tabular font-medium hover:text-accent hover:underline"
          >
            {incident.number}
          </Link>
          <PostmortemHead postmortem={found.data} />
        </span>
      }
      actions={<PostmortemBar postmortem={found.data} />}
    >
      <PostmortemViews postmortem={found.data} />
    </Page>
  );
}
