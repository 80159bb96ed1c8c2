import { DIMENSIONS, type Dimension, findTerm } from '../../core/taxonomy/taxonomy.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { loadTaxonomy } from '../taxonomy/store.ts';

type Filed = { [dimension in Dimension]?: string | null | undefined };

/**
 * Refuses words that the taxonomy lacks. Words that an incident has already stay, even when they were removed since.
 *
 * @throws invalid, with each unknown word
 */
export async function checkTerms({ db }: OperationContext, filed: Filed, before: Filed = {}): Promise<void> {
  const asked = DIMENSIONS.filter(
    dimension => filed[dimension] != null && filed[dimension] !== before[dimension],
  );
  if (asked.length === 0) return;
  const taxonomy = await loadTaxonomy(db);
  const unknown = asked.filter(dimension => !findTerm(taxonomy, dimension, filed[dimension]!));
  if (unknown.length === 0) return;
  refuse(
    'invalid',
    `The taxonomy lacks ${unknown.map(each => filed[each]).join(' and ')}: choose a word that it has, or add one.`,
    {
      issues: unknown.map(dimension => ({ path: `/${dimension}`, message: 'is not in the taxonomy' })),
    },
  );
}
