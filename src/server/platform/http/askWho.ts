import type { FastifyInstance } from 'fastify';
import type { Actor } from '../operations/actor.ts';
import { admitRequests } from './admitRequests.ts';
import type { OperationRoutes } from './operationRoutes.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Who a request comes from. Throws rate_limited or unavailable when it is not to be answered now. */
    whoAsks(request: FastifyRequest): Promise<Actor>;
    /** The same of a request that was admitted, as it is now. */
    whoAsksStill(request: FastifyRequest): Promise<Actor>;
  }
}

/** Lets every door of the server ask who a request comes from, and admit it, in one way. */
export async function askWho(
  app: FastifyInstance,
  { authenticate, requestsPerMinute = 0 }: OperationRoutes,
): Promise<void> {
  const admit = await admitRequests(app, requestsPerMinute);
  app.decorate('whoAsks', async request => {
    const actor = await authenticate(request);
    if (actor.id) request.facts.actorId = actor.id;
    await admit(request);
    return actor;
  });
  app.decorate('whoAsksStill', authenticate);
}
