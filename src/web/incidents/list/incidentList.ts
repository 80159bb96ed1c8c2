import { api } from '../../api.ts';
import { paging } from '../../ui/paging.ts';
import { type IncidentSearch, toFilter, toInput } from './incidentSearch.ts';

type Answer = Awaited<ReturnType<typeof api.incidents.facets.call>>;
export type Facets = Answer['facets'];

/** The incidents that an address asks for, page by page. */
export const incidentList = (search: IncidentSearch) =>
  api.incidents.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...toInput(search), ...(cursor && { cursor }) }),
    ...paging,
    placeholderData: before => before,
  });

/** What each filter would leave of them, and how many they are. */
export const incidentFacets = (search: IncidentSearch) =>
  api.incidents.facets.queryOptions({
    input: toFilter(search),
    placeholderData: (before: Answer | undefined) => before,
  });
