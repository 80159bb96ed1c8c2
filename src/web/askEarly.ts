import { api, queryClient } from './api.ts';
import { askForLists } from './home/homeLists.ts';
import { incidentFacets, incidentList } from './incidents/list/incidentList.ts';
import { readSearch } from './incidents/list/incidentSearch.ts';
import { preloadMarkdown } from './ui/Markdown.tsx';

/** What the router says of a visit to a page. */
interface Visit {
  cause: 'enter' | 'stay' | 'preload';
  params: { id?: string };
  location: { search: Record<string, unknown> };
}

/** What pages are about, asked for while their code is on its way; their own queries find the answer, or that it is asked for. */
const QUESTIONS = {
  home: askForLists,
  incidents({ location }: Visit) {
    const search = readSearch(location.search);
    void queryClient.prefetchQuery(incidentFacets(search));
    void queryClient.prefetchInfiniteQuery(incidentList(search));
  },
  incident({ params: { id = '' } }: Visit) {
    void queryClient.prefetchQuery(api.incidents.get.queryOptions({ input: { id } }));
  },
  postmortem({ params: { id = '' } }: Visit) {
    void preloadMarkdown();
    void queryClient.prefetchQuery(api.postmortems.get.queryOptions({ input: { id } }));
  },
  incidentPostmortem() {
    void preloadMarkdown();
  },
};

/** A page's loader. A link that is only pointed at asks for nothing: to view what is restricted goes on record. */
export function askEarly(page: keyof typeof QUESTIONS, visit: Visit): void {
  if (visit.cause === 'enter') QUESTIONS[page](visit);
}
