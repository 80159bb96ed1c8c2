import type { InferContractRouterOutputs } from '@orpc/contract';
import type { search } from '../../contract/search.ts';

type Found = InferContractRouterOutputs<typeof search>['find'];

export type Hit = Found['items'][number];
export type Snippet = Hit['snippets'][number];
export type Facets = Found['facets'];
