import { setTimeout as wait } from 'node:timers/promises';
import { endProcess } from './postmaster.ts';
import { type Running, type ServerOptions, startServer } from './startServer.ts';

/** A PostgreSQL that is kept running. */
export interface Supervised {
  /** Undefined while it is down. */
  readonly pid: number | undefined;
  /** Has it read its settings again. */
  reload(): void;
  stop(): Promise<void>;
}

/** Pauses before each new try after it ended by itself; the last one repeats. */
const PAUSES_MS = [0, 100, 500, 1_000, 2_000];

/**
 * Starts PostgreSQL, and starts it again whenever it ends without being told to: after a kill, a crash, a full disk,
 * for as long as it takes. Throws what `startServer` throws when the first start fails.
 */
export async function superviseServer(
  clusterFolder: string,
  options: ServerOptions & { signal: AbortSignal | undefined },
): Promise<Supervised> {
  const { log } = options;
  const stopping = new AbortController();
  let running: Running | undefined;

  async function keepRunning(first: Running): Promise<void> {
    for (let next: Running | undefined = first; next; next = await startAgain()) {
      running = next;
      if (stopping.signal.aborted) await endProcess(next.pid, next.isRunning);
      const said = await next.ended;
      running = undefined;
      if (!stopping.signal.aborted)
        log.error({ component: 'postgres', said: said.slice(-3) }, 'PostgreSQL has ended; starting it again');
    }
  }

  async function startAgain(): Promise<Running | undefined> {
    for (let tries = 0; !stopping.signal.aborted; tries++) {
      try {
        await wait(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)], undefined, { signal: stopping.signal });
        const again = await startServer(clusterFolder, options, stopping.signal);
        log.info({ component: 'postgres', pid: again.pid }, 'PostgreSQL runs again');
        return again;
      } catch (error) {
        if (!stopping.signal.aborted)
          log.error(
            { component: 'postgres', err: error },
            'PostgreSQL could not be started again; trying on',
          );
      }
    }
    return undefined;
  }

  const kept = keepRunning(await startServer(clusterFolder, options, options.signal));
  return {
    get pid() {
      return running?.isRunning() ? running.pid : undefined;
    },
    reload() {
      if (running?.isRunning()) process.kill(running.pid, 'SIGHUP');
    },
    async stop() {
      stopping.abort();
      if (running) await endProcess(running.pid, running.isRunning);
      await kept;
    },
  };
}
