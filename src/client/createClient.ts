import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Problem } from '../contract/errors.ts';
import type { Contract } from '../contract/index.ts';
import { RefusedError } from './refusedError.ts';
import { withBytesAsBody } from './withBytesAsBody.ts';

/** What can be said with a single call. */
export interface CallOptions {
  /** Version that an edit was based on: the edit is refused when the noun is at another one by now. */
  ifMatch?: number;
  /** A change that is asked for twice with one key is done once. */
  idempotencyKey?: string;
}

export type Client = ContractRouterClient<Contract, CallOptions>;

export interface ClientOptions {
  /** Origin of the server: `http://127.0.0.1:4600`. */
  server: string;
  /** An API token; in the browser the session's cookie is used instead. */
  token?: string;
  fetch?: typeof fetch;
}

/**
 * The typed client: one function for each operation of the contract. Rejects with `RefusedError` when refused.
 *
 * @param routes the contract, or only its routes: a browser need not load the schemas, which the server checks anyway
 */
export function createClient(
  routes: AnyContractRouter,
  { server, token, fetch: send = fetch }: ClientOptions,
): Client {
  const link = new OpenAPILink<CallOptions>(routes, {
    url: new URL('/api/v1', server).href as `http://${string}`,
    headers: ({ context: { ifMatch, idempotencyKey } }) => ({
      ...(token && { authorization: `Bearer ${token}` }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    }),
    clientInterceptors: [
      ({ next, request, ...call }) => next({ ...call, request: withBytesAsBody(request) }),
    ],
    fetch: async (request, init) => {
      const response = await send(request, { ...init, credentials: 'same-origin' });
      if (response.headers.get('content-type')?.startsWith('application/problem+json'))
        throw new RefusedError((await response.json()) as Problem);
      return response;
    },
  });
  return createORPCClient(link);
}
