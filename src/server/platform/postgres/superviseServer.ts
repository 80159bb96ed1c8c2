import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { launch, type Setup } from './launch.ts';
import type { Log } from './log.ts';
import { PostgresUnavailable } from './postgresUnavailable.ts';
import { disownPidFile, endPostmaster, readPostmaster } from './postmaster.ts';
import { relayLog } from './relayLog.ts';
import { clearSocketFolder } from './socketFolder.ts';

/** A PostgreSQL that is kept running. */
export interface Supervised {
  /** Undefined while it is down. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

interface Running {
  pid: number;
  /** Resolves when the process has ended, with what it said last. */
  ended: Promise<readonly string[]>;
}

interface Options extends Setup {
  socketFolder: string;
  log: Log;
  signal: AbortSignal | undefined;
}

const POLL_MS = 5;
/** Processes of a killed server hold its memory until they notice; it does not start again before. */
const STILL_IN_USE = /pre-existing shared memory block|lock file .* already exists/;
const STILL_IN_USE_MS = 10_000;
/** Pauses before each new try after it ended by itself; the last one repeats. */
const PAUSES_MS = [0, 100, 500, 1_000, 2_000];

/**
 * Starts PostgreSQL on a cluster that nobody runs, waits until it accepts connections (after a crash it first reads its
 * log again), and starts it again whenever it ends without being told to. Throws `PostgresUnavailable` when the first
 * start fails, and the signal's reason when it is aborted meanwhile.
 */
export async function superviseServer(clusterFolder: string, options: Options): Promise<Supervised> {
  const stopping = new AbortController();
  let running: Running | undefined = await startPatiently(clusterFolder, options, options.signal);

  async function keepRunning(): Promise<void> {
    for (let tries = 0; running; ) {
      const said = await running.ended;
      running = undefined;
      while (!running && !stopping.signal.aborted) {
        options.log.error(
          { component: 'postgres', said: said.slice(-3) },
          'PostgreSQL has ended; starting it again',
        );
        await wait(PAUSES_MS[Math.min(tries++, PAUSES_MS.length - 1)], undefined, {
          signal: stopping.signal,
        });
        running = await startPatiently(clusterFolder, options, stopping.signal).catch(ignoreUnavailable);
      }
      tries = 0;
      if (running) options.log.info({ component: 'postgres' }, 'PostgreSQL runs again');
    }
  }

  const kept = keepRunning().catch(error => {
    if (!stopping.signal.aborted) throw error;
  });
  return {
    get pid() {
      return running?.pid;
    },
    async stop() {
      stopping.abort();
      if (running) await endPostmaster(running.pid, clusterFolder);
      await kept;
    },
  };
}

async function startPatiently(
  clusterFolder: string,
  options: Options,
  signal: AbortSignal | undefined,
): Promise<Running> {
  const giveUpAt = performance.now() + STILL_IN_USE_MS;
  for (;;) {
    try {
      return await start(clusterFolder, options, signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (!STILL_IN_USE.test((error as Error).message) || performance.now() > giveUpAt) throw error;
      await wait(50);
    }
  }
}

async function start(
  clusterFolder: string,
  options: Options,
  signal: AbortSignal | undefined,
): Promise<Running> {
  await disownPidFile(clusterFolder);
  await clearSocketFolder(options.socketFolder);
  signal?.throwIfAborted();
  const child = launch('postgres', clusterFolder, options, {
    args: [`--unix_socket_directories=${options.socketFolder}`],
  });
  const said = relayLog(child.stderr!, options.log);
  child.stdout!.resume();
  const ended = once(child, 'close').then(
    () => said,
    (error: Error) => [error.message],
  );
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  for (;;) {
    const { pid, isReady } = (await readPostmaster(clusterFolder)) ?? {};
    if (isReady && pid === child.pid && pid !== undefined) return { pid, ended };
    if (hasEnded) throw new PostgresUnavailable(`PostgreSQL did not start: ${(await ended).join('\n')}`);
    if (signal?.aborted) {
      child.kill('SIGINT');
      await ended;
      signal.throwIfAborted();
    }
    await wait(POLL_MS);
  }
}

function ignoreUnavailable(error: unknown): undefined {
  if (!(error instanceof PostgresUnavailable)) throw error;
}
