import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { type IncidentSearch, toFilter } from './incidentSearch.ts';

export type Facets = Awaited<ReturnType<typeof api.incidents.facets.call>>['facets'];

/** What each filter would leave of the incidents that an address asks for, and how many they are. */
export const useFacets = (search: IncidentSearch) =>
  useQuery(api.incidents.facets.queryOptions({ input: toFilter(search), placeholderData: keepPreviousData }))
    .data;
