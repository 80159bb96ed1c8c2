import type { FastifyInstance } from 'fastify';
import { API } from '../operationRoutes.ts';
import { buildOpenApi } from './buildOpenApi.ts';

/** Serves the description of all operations at `/api/v1/openapi.json`; made at the first request, as it never changes. */
export function addOpenApi(app: FastifyInstance): void {
  let made: Promise<string> | undefined;
  app.get(`${API}/openapi.json`, async (_request, reply) => {
    made ??= buildOpenApi().then(document => JSON.stringify(document));
    return reply
      .type('application/json')
      .header('cache-control', 'public, max-age=300')
      .send(await made);
  });
}
