import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from './log.ts';
import { freeBytes, giveReserve, hasReserve, RESERVE_BYTES, takeReserve } from './reserve.ts';
import { isReadOnly, setReadOnly } from './settings.ts';

/** Watches the disk of a cluster. */
export interface SpaceWatch {
  /** Whether changes are refused because the disk is nearly full. */
  readonly isShort: boolean;
  /** Has `changed` called whenever the cluster's mode was changed, now or later. */
  onChange(changed: () => void): void;
  stop(): Promise<void>;
}

const MIB = 1024 * 1024;
/** Below this, changes are refused. */
const LOW_BYTES = 32 * MIB;
/** This much more than needed, and they are allowed again: no to and fro at the edge. */
const MARGIN_BYTES = 16 * MIB;
const LOOK_EVERY_MS = 500;

/**
 * Keeps the database readable on a full disk. PostgreSQL ends itself when it cannot begin a new piece of its log, and
 * then does not start again. So while little room is left it refuses changes (error 25006), and a reserve is kept that
 * brings it back should others fill the disk faster than we look.
 *
 * The first look is over when this resolves.
 */
export async function watchSpace(clusterFolder: string, { log }: { log: Log }): Promise<SpaceWatch> {
  const home = dirname(clusterFolder);
  const stopping = new AbortController();
  let isShort = await isReadOnly(clusterFolder);
  let changed = (): void => {};

  async function look(): Promise<void> {
    const free = await freeBytes(home);
    if (isShort ? free < (await roomyBytes(home)) : free >= LOW_BYTES) return;
    isShort = !isShort;
    await setReadOnly(clusterFolder, isShort ? 'on' : 'off');
    changed();
    const fields = { component: 'postgres', freeMb: Math.floor(free / MIB) };
    if (isShort) log.error(fields, 'the disk is nearly full: changes are refused until there is room again');
    else log.info(fields, 'there is room on the disk again: changes are allowed');
  }

  async function keepReserve(): Promise<void> {
    if ((await hasReserve(home)) || (await freeBytes(home)) < (await roomyBytes(home))) return;
    await takeReserve(home);
  }

  async function lookOften(): Promise<void> {
    while (!stopping.signal.aborted) {
      await wait(LOOK_EVERY_MS, undefined, { signal: stopping.signal, ref: false });
      await look()
        .then(keepReserve)
        .catch(error => log.warn({ component: 'postgres', err: error }, 'the disk cannot be looked at'));
    }
  }

  await look();
  const looking = lookOften().catch(() => {
    // Broken off by stop().
  });
  return {
    get isShort() {
      return isShort;
    },
    onChange(callback) {
      changed = callback;
      changed();
    },
    async stop() {
      stopping.abort();
      await looking;
    },
  };
}

/** Gives the reserve before a start on a full disk, which writes a little. */
export async function makeRoom(clusterFolder: string): Promise<void> {
  const home = dirname(clusterFolder);
  if ((await freeBytes(home)) < LOW_BYTES) await giveReserve(home);
}

/** So much must be free that changes are allowed again, and that the reserve may be taken. */
async function roomyBytes(home: string): Promise<number> {
  return LOW_BYTES + MARGIN_BYTES + ((await hasReserve(home)) ? 0 : RESERVE_BYTES);
}
