import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** Requests that are open when it is told to stop have so many milliseconds to end. */
const LAST_REQUESTS = 10_000;

/** Takes no more requests and waits for those that are open; breaks off what does not come to its end. */
export async function closeApp(app: FastifyInstance, log: Logger): Promise<void> {
  const over = new AbortController();
  const late = pause(LAST_REQUESTS, undefined, { signal: over.signal, ref: false }).then(
    () => {
      log.warn('requests were broken off: they took too long to end');
      app.server.closeAllConnections();
    },
    () => undefined,
  );
  await app.close();
  over.abort();
  await late;
}
