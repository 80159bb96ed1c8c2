import { setTimeout as pause } from 'node:timers/promises';
import type { Runner } from 'graphile-worker';
import type { Logger } from 'pino';

/** Milliseconds before each new try, and before a runner that ended is started again. */
const PAUSE = 2_000;

/** A runner of jobs that is started again whenever it ends by itself. */
export interface KeptRunner {
  /** Whether it runs now. */
  isRunning(): boolean;
  stop(): Promise<void>;
}

/**
 * Runs jobs for as long as the server lives. The library's runner ends when the database takes no changes at the wrong
 * moment (a full disk, a fail-over); jobs must go on when it takes them again, without anybody's help. Resolves after the
 * first try, whatever came of it.
 */
export async function keepRunning(start: () => Promise<Runner>, log: Logger): Promise<KeptRunner> {
  const stopping = new AbortController();
  let runner: Runner | undefined;

  const tryToStart = async (): Promise<void> => {
    runner = await start().catch(error => {
      log.warn({ err: error }, 'jobs cannot be run now; trying again');
      return undefined;
    });
  };

  async function goOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (runner) {
        await runner.promise.catch(error => log.error({ err: error }, 'the jobs’ runner ended'));
        runner = undefined;
      }
      await pause(PAUSE, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (!stopping.signal.aborted) await tryToStart();
    }
    // One that was being started when the stop came.
    await runner?.stop().catch(() => undefined);
  }

  await tryToStart();
  const going = goOn();
  return {
    isRunning: () => runner !== undefined,
    async stop() {
      stopping.abort();
      await runner?.stop().catch(() => undefined);
      await going;
    },
  };
}
