import type { InferContractRouterOutputs } from '@orpc/contract';
import type { taxonomy } from '../../../contract/taxonomy.ts';
import type { Dimension } from '../../../core/taxonomy/taxonomy.ts';

export type Term = InferContractRouterOutputs<typeof taxonomy>['get']['layer'][number];

/** What the dialog is open for; without a term it adds one. */
export interface Opened {
  dimension: Dimension;
  term: Term | null;
}
