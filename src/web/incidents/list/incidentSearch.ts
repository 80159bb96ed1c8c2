import type { IncidentFacet } from '../../../contract/incidentLists.ts';
import type { api } from '../../api.ts';

/** What the list shows, as it stands in the address. */
export type IncidentSearch = {
  title?: string;
  /** Open ones unless said; what states are chosen comes before it. */
  show?: 'closed' | 'all';
  mine?: boolean;
  /** Instants. */
  from?: string;
  to?: string;
  sort?: 'newest';
  declare?: boolean;
} & { [Name in IncidentFacet]?: string[] };

export type SearchChange = { [Name in keyof IncidentSearch]?: IncidentSearch[Name] | undefined };

/** The facets in the order of the page. */
export const SHOWN_FACETS = [
  'severity',
  'state',
  'serviceId',
  'teamId',
  'layer',
  'causeClass',
  'useCase',
] as const satisfies readonly IncidentFacet[];

type FacetsInput = Parameters<typeof api.incidents.facets.call>[0];
type ListInput = Parameters<typeof api.incidents.list.call>[0];

/** An address as people write and kept it: one value may stand for a list of one. */
export const readSearch = (raw: Record<string, unknown>): IncidentSearch => ({
  ...raw,
  ...Object.fromEntries(
    SHOWN_FACETS.flatMap(facet =>
      raw[facet] === undefined ? [] : [[facet, [raw[facet]].flat().map(String)]],
    ),
  ),
});

/** What is narrowed by, as the operations take it. */
export function toFilter(search: IncidentSearch): FacetsInput {
  const { title, show, mine, from, to } = search;
  const chosen = SHOWN_FACETS.flatMap(facet => (search[facet]?.length ? [[facet, search[facet]]] : []));
  return {
    ...(Object.fromEntries(chosen) as FacetsInput),
    ...(!search.state?.length && show !== 'all' && { isOpen: show !== 'closed' }),
    ...(title && { title }),
    ...(mine && { isMine: true }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** The list's input that a state of the address asks for. */
export const toInput = (search: IncidentSearch): ListInput => ({
  ...toFilter(search),
  limit: 50,
  ...(search.sort && { sort: search.sort }),
});

/** How many filters narrow the list beside its title and whether it is open. */
export const countFilters = (search: IncidentSearch): number =>
  SHOWN_FACETS.reduce((count, facet) => count + (search[facet]?.length ?? 0), 0) +
  [search.mine, search.from, search.to].filter(Boolean).length;
