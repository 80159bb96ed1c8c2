import { monitorEventLoopDelay } from 'node:perf_hooks';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../operations/refuse.ts';

/** Says no, with `Retry-After`, to a request that this process should not take now. */
export type Admit = (request: FastifyRequest) => Promise<void>;

/** Requests under way in one process; more would only wait for each other. */
const MOST_OPEN = 500;
/**
 * When the event loop is late by so much on the average of a second, in milliseconds, nothing is answered in time. With few
 * requests under way it is the machine that is slow, and to refuse them would make nothing faster.
 */
const MOST_LAG = 700;
const FEW_OPEN = 20;
const MINUTE = 60_000;

/**
 * Makes the function that admits requests once it is known who asks. Each account, and each address without one, has so
 * many a minute, counted in the memory of this process: with several processes it is as many times more. A process that
 * has too much to do says so at once instead of letting everybody wait.
 *
 * @param perMinute 0: as many as they like
 */
export async function admitRequests(app: FastifyInstance, perMinute: number): Promise<Admit> {
  await app.register(rateLimit, { global: false });
  const count = app.createRateLimit({
    max: perMinute,
    timeWindow: MINUTE,
    keyGenerator: ({ facts, ip }) => facts.actorId ?? `address ${ip}`,
  });
  const isOverloaded = watchLoad(app);
  app.addHook('onSend', ({ facts }, reply, payload, done) => {
    if (facts.retryAfter !== undefined) reply.header('retry-after', facts.retryAfter);
    done(null, payload);
  });

  return async request => {
    if (isOverloaded()) {
      request.facts.retryAfter = 1;
      refuse('unavailable', 'The server has more to do than it can. Try again in a second.');
    }
    if (perMinute === 0) return;
    const verdict = await count(request);
    if (verdict.isAllowed || !verdict.isExceeded) return;
    request.facts.retryAfter = verdict.ttlInSeconds;
    refuse(
      'rate_limited',
      `This is more than ${perMinute} requests in a minute. Try again in ${verdict.ttlInSeconds} seconds.`,
    );
  };
}

/** Streams are open for minutes and ask for nothing meanwhile, so they are not counted. */
function watchLoad(app: FastifyInstance): () => boolean {
  const open = new Set<FastifyRequest>();
  app.addHook('onRequest', (request, _reply, done) => {
    open.add(request);
    done();
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) open.delete(request);
    done(null, payload);
  });
  app.addHook('onResponse', (request, _reply, done) => {
    open.delete(request);
    done();
  });
  app.addHook('onRequestAbort', (request, done) => {
    open.delete(request);
    done();
  });
  const lag = monitorEventLoopDelay({ resolution: 20 });
  lag.enable();
  let isLate = false;
  const timer = setInterval(() => {
    isLate = lag.mean / 1e6 > MOST_LAG;
    lag.reset();
  }, 1_000);
  timer.unref();
  app.addHook('onClose', async () => {
    clearInterval(timer);
    lag.disable();
  });
  return () => open.size > MOST_OPEN || (isLate && open.size > FEW_OPEN);
}
