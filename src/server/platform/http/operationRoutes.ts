import type { AnyContractRouter } from '@orpc/contract';
import { SmartCoercionPlugin } from '@orpc/json-schema';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError, type Router } from '@orpc/server';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../operations/actor.ts';
import type { Platform, RequestContext } from '../operations/context.ts';
import type { SeenRequest } from './observeRequests.ts';
import { reportProblem } from './reportProblem.ts';
import type { TrustedProxies } from './trustedProxies.ts';

/** Where the operations stand. */
export const API = '/api/v1';

export interface OperationRoutes {
  platform: Platform;
  router: Router<AnyContractRouter, RequestContext>;
  /** Who a request comes from; never throws for a bad credential, but says `anonymous`. */
  authenticate(request: FastifyRequest): Promise<Actor>;
  /** Which proxies in front say whose a request is. Default: none. */
  trustProxy?: TrustedProxies;
  /** How many requests an account, or an address without one, may make in a minute. Default: any number. */
  requestsPerMinute?: number;
  /** Told of every request that was answered. */
  observe?(request: SeenRequest): void;
}

/** An answer is for who asked for it: no browser or proxy keeps it. Who kept it by themselves may ask with its ETag. */
const UNSHARED = { 'cache-control': 'no-store' } as const;

/** Answers every operation of the contract under `/api/v1`. */
export function addOperationRoutes(
  app: FastifyInstance,
  { platform, router }: Pick<OperationRoutes, 'platform' | 'router'>,
): void {
  const api = new OpenAPIHandler(router, {
    // A query holds only text: `limit=20` becomes the number that the schema asks for.
    plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
    customErrorResponseBodyEncoder: error => error.data,
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          throw asProblem(error, context);
        }
      },
    ],
    rootInterceptors: [
      async ({ next, ...asked }) => {
        const { context, request } = asked;
        // What is asked for by HEAD is what GET would answer; its body is left out when it is sent.
        const isHead = request.method === 'HEAD';
        const result = await next(isHead ? { ...asked, request: { ...request, method: 'GET' } } : asked);
        if (!result.matched) return result;
        const headers = { ...UNSHARED, ...result.response.headers, ...context.answerHeaders };
        return { ...result, response: { ...result.response, headers } };
      },
    ],
  });

  app.all(`${API}/*`, async (request, reply) => {
    const context: RequestContext = {
      platform,
      requestId: request.id,
      ip: request.ip,
      headers: request.headers,
      actor: await app.whoAsks(request),
      askAgain: () => app.whoAsksStill(request),
      answerHeaders: {},
      heard(operation) {
        request.facts.operation = operation;
      },
    };
    const { matched } = await api.handle(request, reply, { prefix: API, context });
    if (!matched) reply.callNotFound();
    // What answers has the reply in hand by now.
    return reply;
  });
}

function asProblem(error: unknown, { platform, requestId }: RequestContext): ORPCError<string, unknown> {
  const problem = reportProblem(error, { log: platform.log, requestId });
  return new ORPCError(problem.code, { status: problem.status, message: problem.detail, data: problem });
}
