import { hash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from '../operations/refuse.ts';
import type { Metrics } from './openMetrics.ts';

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Serves `/metrics` for Prometheus: with a token, to whoever sends it as `Authorization: Bearer …`; without one, to this
 * machine only. A request that a proxy passed on does not count as this machine's.
 */
export function addMetricsRoute(
  app: FastifyInstance,
  { metrics, token }: { metrics: Metrics; token: string | undefined },
): void {
  app.get('/metrics', { logLevel: 'silent' }, async (request, reply) => {
    admit(request, token);
    const { text, contentType } = await metrics.read();
    return reply.header('content-type', contentType).header('cache-control', 'no-store').send(text);
  });
}

function admit({ headers, socket }: FastifyRequest, token: string | undefined): void {
  if (token !== undefined) {
    if (isSame(headers.authorization ?? '', `Bearer ${token}`)) return;
    refuse('unauthenticated', 'Send the value of AFTERWORD_METRICS_TOKEN as `Authorization: Bearer …`.');
  }
  if (LOOPBACK.test(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined) return;
  refuse(
    'forbidden',
    'Metrics are read on the server’s machine, or from elsewhere with AFTERWORD_METRICS_TOKEN.',
  );
}

const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'));
