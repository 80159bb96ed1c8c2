import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch, type Setup } from './launch.ts';
import type { Log } from './log.ts';
import { PostgresUnavailable } from './postgresUnavailable.ts';
import { readPostmaster } from './postmaster.ts';
import { relayLog } from './relayLog.ts';
import { giveReserve } from './reserve.ts';
import { takeOver } from './takeOver.ts';

/** A server process that accepts connections, or did. */
export interface Running {
  pid: number;
  isRunning(): boolean;
  /** Resolves when the process and all its sessions have ended, with what it said last. */
  ended: Promise<readonly string[]>;
}

export interface ServerOptions extends Setup {
  socketFolder: string;
  log: Log;
}

const POLL_MS = 5;
/** Processes of a killed server hold its memory until they notice; PostgreSQL does not start before. */
const STILL_IN_USE = /pre-existing shared memory block|lock file .* already exists/;
const NO_SPACE = /No space left on device|Disk quota exceeded/;
const STILL_IN_USE_MS = 10_000;

/**
 * Starts PostgreSQL on a cluster and waits until it accepts connections; after a crash it first reads its log again.
 * Throws `PostgresUnavailable` with its last words when it ends instead, and the signal's reason when aborted.
 */
export async function startServer(
  clusterFolder: string,
  options: ServerOptions,
  signal: AbortSignal | undefined,
): Promise<Running> {
  const giveUpAt = performance.now() + STILL_IN_USE_MS;
  for (;;) {
    await takeOver(clusterFolder, options.socketFolder, options.log);
    signal?.throwIfAborted();
    const running = spawnServer(clusterFolder, options);
    if (await becomesReady(running, clusterFolder, signal)) return running;
    const said = (await running.ended).join('\n');
    signal?.throwIfAborted();
    if (NO_SPACE.test(said) && (await giveReserve(dirname(clusterFolder)))) continue;
    if (!STILL_IN_USE.test(said) || performance.now() > giveUpAt)
      throw new PostgresUnavailable(`PostgreSQL did not start. It said: ${said}`);
    await wait(50);
  }
}

function spawnServer(clusterFolder: string, options: ServerOptions): Running {
  const child = launch('postgres', clusterFolder, options, {
    args: [`--unix_socket_directories=${options.socketFolder}`],
  });
  const said = relayLog(child.stderr!, options.log);
  child.stdout!.resume();
  let isRunning = true;
  child.once('exit', () => {
    isRunning = false;
  });
  const ended = once(child, 'close').then(
    () => said,
    (error: Error) => {
      isRunning = false;
      return [error.message];
    },
  );
  return { pid: child.pid ?? 0, isRunning: () => isRunning, ended };
}

/** False when it ends first, or is ended because the signal says so. */
async function becomesReady(
  { pid, isRunning }: Running,
  clusterFolder: string,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  while (isRunning()) {
    const found = await readPostmaster(clusterFolder);
    if (found?.isReady && found.pid === pid) return true;
    if (signal?.aborted && pid > 0) process.kill(pid, 'SIGINT');
    await wait(POLL_MS);
  }
  return false;
}
