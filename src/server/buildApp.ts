import type { FastifyInstance } from 'fastify';
import { addMcp } from './addMcp.ts';
import { router } from './app.ts';
import { addPages } from './platform/http/addPages.ts';
import { buildHttp } from './platform/http/buildHttp.ts';
import type { OperationRoutes } from './platform/http/operationRoutes.ts';

/** Everything that is reached over HTTP: the operations, their description, the assistants' door, the pages. Does not listen. */
export async function buildApp(parts: Omit<OperationRoutes, 'router'>): Promise<FastifyInstance> {
  const routes = { ...parts, router };
  const app = await buildHttp(routes);
  addMcp(app, routes);
  await addPages(app);
  return app;
}
