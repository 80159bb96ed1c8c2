import type { InferContractRouterInputs } from '@orpc/contract';
import type { Contract } from '../../../contract/index.ts';
import { FACETS, type LogAddress } from './useLogAddress.ts';

export type LogFilter = InferContractRouterInputs<Contract>['records']['facets'];

/** What is asked of the server for an address; what does not narrow is left out. */
export function logFilter(incidentId: string, readingId: string, address: LogAddress): LogFilter {
  const { text, path, line, from, to, traceId } = address;
  const words = Object.fromEntries(
    FACETS.filter(facet => address[facet].length > 0).map(facet => [facet, [...address[facet]]]),
  );
  return {
    incidentId,
    readingId,
    ...words,
    ...(path.length > 0 && { path: [...path] }),
    ...(line !== undefined && { line }),
    ...(text && { text }),
    ...(from && { from }),
    ...(to && { to }),
    ...(traceId && { traceId }),
  };
}
