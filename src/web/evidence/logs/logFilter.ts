import type { InferContractRouterInputs } from '@orpc/contract';
import type { Contract } from '../../../contract/index.ts';
import { FACETS, type LogAddress } from './useLogAddress.ts';

export type LogFilter = Omit<InferContractRouterInputs<Contract>['records']['facets'], never>;

/** What is asked of the server for an address; what does not narrow is left out. */
export function logFilter(incidentId: string, readingId: string, address: LogAddress): LogFilter {
  const { text, path, from, to, traceId } = address;
  const words = Object.fromEntries(
    FACETS.filter(facet => address[facet].length > 0).map(facet => [facet, [...address[facet]]]),
  );
  return {
    incidentId,
    readingId,
    ...words,
    ...(path.length > 0 && { path: [...path] }),
    ...(text && { text }),
    ...(from && { from }),
    ...(to && { to }),
    ...(traceId && { traceId }),
  };
}
