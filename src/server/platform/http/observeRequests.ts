import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** What becomes known of a request while it is answered. */
export interface RequestFacts {
  /** Name of the operation in the contract. */
  operation?: string;
  /** How it ended, where the answer's own status does not say: an assistant's refused call is answered with 200. */
  status?: number;
  /** Who asked; nothing of an anonymous request. */
  actorId?: string;
  /** Seconds after which a request that was refused may come again. */
  retryAfter?: number;
}

declare module 'fastify' {
  interface FastifyRequest {
    facts: RequestFacts;
  }
}

/** A request that was answered. */
export interface SeenRequest {
  /** Of the contract; of anything else its route (`/assets/*`), or `none` where there is nothing. */
  operation: string;
  method: string;
  status: number;
  milliseconds: number;
}

/** Asked every few seconds by machines, or of no account: in the log only when somebody looks for them. */
const QUIET = /^\/(?:healthz|readyz|metrics|assets|icon\.svg)/;

/** Nobody, not allowed, too often: of these the line also says from where, so that who tries can be found. */
const REFUSED = new Set([401, 403, 429]);

/**
 * Writes one line into the log for each request when its answer has ended, and tells `observe`. The line holds neither
 * query nor body: those may hold what a log must not.
 */
export function observeRequests(
  app: FastifyInstance,
  { log, observe }: { log: Logger; observe: ((request: SeenRequest) => void) | undefined },
): void {
  app.decorateRequest('facts', null as unknown as RequestFacts);
  app.addHook('onRequest', (request, _reply, done) => {
    request.facts = {};
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { id, method, facts, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    const operation = facts.operation ?? route;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    const status = facts.status ?? reply.statusCode;
    observe?.({ operation, method, status, milliseconds });
    log[QUIET.test(route) ? 'debug' : 'info'](
      {
        requestId: id,
        operation,
        method,
        status,
        ms: milliseconds,
        actorId: facts.actorId,
        ...(REFUSED.has(status) && { address: request.ip }),
      },
      'request',
    );
    done();
  });
}
