import { FACETS, type Facet } from '../../contract/search.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Narrowed } from './countFacets.ts';
import { listNames } from './hitStore.ts';

/** Values of a facet that are shown, at most. */
const MOST_VALUES = 100;

interface FacetValue {
  value: string;
  name: string;
  count: number;
}

/** Facets as the contract shows them: the most frequent values first, with their names. */
export async function showFacets(db: Db, counts: Narrowed['counts']): Promise<Record<Facet, FacetValue[]>> {
  const shown = byFacet(facet =>
    [...counts[facet]]
      .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
      .slice(0, MOST_VALUES),
  );
  const names = await listNames(
    db,
    byFacet(facet => shown[facet].map(([value]) => value)),
  );
  return byFacet(facet =>
    shown[facet].map(([value, count]) => ({ value, name: names.get(value) ?? value, count })),
  );
}

const byFacet = <T>(of: (facet: Facet) => T): Record<Facet, T> =>
  Object.fromEntries(FACETS.map(facet => [facet, of(facet)])) as Record<Facet, T>;
