import { INCIDENT_FACETS } from '../../../contract/incidentLists.ts';
import { parseInstant } from '../../../core/instant.ts';
import { INCIDENT_STATES } from '../../../core/lifecycle/incident.ts';
import { operations } from '../../platform/operations/operations.ts';
import { countFacets, type FacetFilter, type Narrowed } from '../../search/countFacets.ts';
import { findCandidates } from '../../search/findCandidates.ts';
import { followColumns } from '../../search/followColumns.ts';
import { showFacets } from '../../search/showFacets.ts';
import { findTitled } from './store.ts';

/** The counts with a zero for each value that is asked for and that nothing has: so it keeps its name where it is shown. */
function withAsked(counts: Narrowed['counts'], asked: FacetFilter): Narrowed['counts'] {
  const all = { ...counts };
  for (const facet of INCIDENT_FACETS)
    all[facet] = new Map([...(asked[facet] ?? []).map(value => [value, 0] as const), ...counts[facet]]);
  return all;
}

/**
 * Counts incidents as search does, over columns in memory (decision 80), so that counts are exact however many there are.
 * What the actor may see, what is theirs and what has a title is asked in SQL, by the list's own conditions.
 */
export const countIncidents = operations.incidents.facets.handler(
  async ({ input: { title, isMine, isOpen, from, to, state, ...values }, context: { db, actor } }) => {
    const matches = title === undefined ? undefined : await findTitled(db, actor, title);
    const columns = await followColumns(db);
    const candidates = await findCandidates(db, actor, columns, { matches, isMine });
    const wanted = INCIDENT_STATES.filter(
      each =>
        (state === undefined || state.includes(each)) &&
        (isOpen === undefined || isOpen === (each !== 'closed')),
    );
    const { hits, counts } = countFacets(columns, candidates, {
      facets: { ...values, kind: ['incident'], state: wanted },
      from: from === undefined ? Number.NEGATIVE_INFINITY : parseInstant(from),
      to: to === undefined ? Number.POSITIVE_INFINITY : parseInstant(to),
    });
    const facets = await showFacets(db, withAsked(counts, { ...values, state }));
    return {
      total: hits.length,
      facets: Object.fromEntries(INCIDENT_FACETS.map(name => [name, facets[name]])) as Pick<
        typeof facets,
        (typeof INCIDENT_FACETS)[number]
      >,
    };
  },
);
