import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Who has a data folder open. */
export interface Holder {
  pid: number;
  host: string;
  /** ISO 8601, UTC. */
  since: string;
  /** Where it can be reached, once it listens. */
  address?: string;
}

/** Another process has the data folder; `holder` is undefined when it has not said yet who it is. */
export class FolderHeld extends Error {
  readonly holder: Holder | undefined;

  constructor(folder: string, holder: Holder | undefined) {
    super(
      `The data folder ${folder} is in use by ${describe(holder)}. ` +
        'Stop that process first, or use a data folder of its own for this one.',
    );
    this.holder = holder;
  }
}

/** The hold on a data folder. */
export interface FolderLock {
  /** Tells others where the holder can be reached, e.g. `http://127.0.0.1:4600`. */
  announce(address: string): void;
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes the data folder for this process, or throws `FolderHeld` at once.
 *
 * The lock is the operating system's, on a byte range of `lock`: it ends with the process however that dies, it cannot
 * be mistaken for another process that got the same id, and it is seen across containers that share the folder. Node
 * offers such locks only through SQLite, which holds one while a transaction is open; nothing is ever stored there.
 * `lock` must not be opened by anything else in this process: closing it would drop the lock.
 */
export function lockFolder(folder: string): FolderLock {
  const database = new DatabaseSync(join(folder, 'lock'));
  try {
    database.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    throw new FolderHeld(folder, readHolder(folder));
  }
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  writeHolder(folder, holder);
  return {
    announce: address => writeHolder(folder, { ...holder, address }),
    release() {
      rmSync(holderFile(folder), { force: true });
      database.close();
    },
  };
}

/** Who took the folder last; it may have died since. Undefined when nobody holds it. */
export function readHolder(folder: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(holderFile(folder), 'utf8'));
  } catch {
    return undefined;
  }
}

/** A courtesy to others: a disk too full for it is no reason not to start, but what it said before is not true. */
function writeHolder(folder: string, holder: Holder): void {
  const fresh = `${holderFile(folder)}.new`;
  try {
    writeFileSync(fresh, JSON.stringify(holder));
    renameSync(fresh, holderFile(folder));
  } catch {
    rmSync(fresh, { force: true });
    rmSync(holderFile(folder), { force: true });
  }
}

const holderFile = (folder: string): string => join(folder, 'holder.json');

function describe(holder: Holder | undefined): string {
  if (holder === undefined) return 'another Afterword process';
  const place = holder.host === hostname() ? '' : ` on ${holder.host}`;
  const address = holder.address === undefined ? '' : `, at ${holder.address}`;
  return `Afterword process ${holder.pid}${place}, running since ${holder.since}${address}`;
}
