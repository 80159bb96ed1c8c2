import type { FastifyInstance } from 'fastify';
import { refuse } from '../operations/refuse.ts';

/** From the moment at which the server begins to stop, new requests on connections that are still open are told so. */
export function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', done => {
    isClosing = true;
    done();
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isClosing) return;
    reply.header('connection', 'close');
    request.facts.retryAfter = 1;
    refuse('unavailable', 'This server is stopping. Try again in a few seconds.');
  });
}
