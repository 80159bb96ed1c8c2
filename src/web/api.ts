import routes from 'virtual:routes';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import { createClient } from '../client/createClient.ts';
import { RefusedError } from '../client/refusedError.ts';
import { isStale } from './ui/isStale.ts';

/** The typed client of the server that the page came from. */
export const client = createClient(routes, { server: location.origin });

/** Query and mutation options for every operation: `api.incidents.list.queryOptions({ input })`. */
export const api = createTanstackQueryUtils(client);

/** A refusal is an answer; only what may pass by itself is tried again. */
const mayPass = (error: unknown): boolean =>
  !(error instanceof RefusedError) || error.code === 'unavailable' || error.code === 'rate_limited';

export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    // What is on screen was overtaken: a form that was refused shows by what.
    onError: error => {
      if (isStale(error)) void queryClient.invalidateQueries();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => count < 3 && mayPass(error),
      retryDelay: attempt => Math.min(400 * 2 ** attempt, 5_000),
    },
    mutations: { retry: false },
  },
});
