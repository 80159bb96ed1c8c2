import { useQuery } from '@tanstack/react-query';
import type { Dimension } from '../../../core/taxonomy/taxonomy.ts';
import { api } from '../../api.ts';

/** The words that incidents are filed under; a word that was removed goes on being shown by its id. */
export function useTerms() {
  const { data } = useQuery(api.taxonomy.get.queryOptions({ staleTime: 600_000 }));
  return {
    termsOf: (dimension: Dimension) => data?.[dimension] ?? [],
    nameOf: (dimension: Dimension, id: string) => data?.[dimension].find(term => term.id === id)?.name ?? id,
  };
}
