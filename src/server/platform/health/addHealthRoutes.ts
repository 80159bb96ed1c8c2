import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.ts';

/**
 * `/healthz`: the process lives; it asks nothing of anybody, so that a database that is away does not get the server
 * killed too. `/readyz`: it can do its work; each part is named, and what is wrong with it.
 */
export function addHealthRoutes(app: FastifyInstance, readiness: () => Promise<Readiness>): void {
  app.get('/healthz', { logLevel: 'silent' }, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ isAlive: true }),
  );
  app.get('/readyz', { logLevel: 'silent' }, async (_request, reply) => {
    const answer = await readiness();
    return reply
      .status(answer.isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .type('application/health+json')
      .send(answer);
  });
}
