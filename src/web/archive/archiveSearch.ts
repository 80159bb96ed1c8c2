import type { Facet } from '../../contract/search.ts';
import type { api } from '../api.ts';

/** What is asked for, as it stands in the address. */
export type ArchiveSearch = {
  text?: string;
  sort?: 'newest';
  mine?: boolean;
  /** Instants. */
  from?: string;
  to?: string;
} & { [Name in Facet]?: string[] };

/** The facets in the order of the page. */
export const SHOWN_FACETS = [
  'kind',
  'state',
  'severity',
  'year',
  'serviceId',
  'teamId',
  'ownerId',
  'layer',
  'causeClass',
  'useCase',
] as const satisfies readonly Facet[];

type FindInput = Parameters<typeof api.search.find.call>[0];

/** The operation's input that a state of the address asks for. */
export const toInput = (search: ArchiveSearch): FindInput =>
  ({
    ...Object.fromEntries(
      SHOWN_FACETS.flatMap(facet => (search[facet]?.length ? [[facet, search[facet].map(String)]] : [])),
    ),
    ...(search.text && { text: String(search.text) }),
    ...(search.sort && { sort: search.sort }),
    ...(search.mine && { isMine: true }),
    ...(search.from && { from: search.from }),
    ...(search.to && { to: search.to }),
  }) as FindInput;

/** How many filters narrow the hits. */
export const countFilters = (search: ArchiveSearch): number =>
  SHOWN_FACETS.reduce((count, facet) => count + (search[facet]?.length ?? 0), 0) +
  [search.mine, search.from, search.to].filter(Boolean).length;
