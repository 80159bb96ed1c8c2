import { chmod, chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter } from './account.ts';
import { PostgresUnavailable } from './postgresUnavailable.ts';

export const PORT = 5432;
const SOCKET = `.s.PGSQL.${PORT}`;
/** A socket's path has 104 bytes on macOS and 108 on Linux, the closing zero included. */
const MAX_PATH_BYTES = 103;
const PREFIX = 'afterword-socket-';

/**
 * A folder for the socket that only the database's account may enter: in the data folder, or where that is too deep, or
 * closed to the account, one of its own where temporary files go.
 */
export async function makeSocketFolder(dataFolder: string, account: Account | undefined): Promise<string> {
  const own = join(dataFolder, 'postgres', 'socket');
  if (isUsable(own) && (await canEnter(dirname(own), account))) {
    await mkdir(own, { recursive: true, mode: 0o700 });
    await closeToOthers(own, account);
    return own;
  }
  for (const place of [tmpdir(), '/tmp', '/run', '/dev/shm']) {
    if (!isUsable(join(place, `${PREFIX}123456`))) continue;
    const made = await tryToMake(place, account);
    if (made !== undefined) return made;
  }
  throw new PostgresUnavailable(
    `There is no folder for the database's socket: the path of ${dataFolder} is too long, and nothing can be written to ` +
      '/tmp. Give Afterword a data folder with a shorter path.',
  );
}

/** Removes what a process that is no more left in its socket's folder. */
export async function clearSocketFolder(folder: string): Promise<void> {
  for (const left of await readdir(folder)) await rm(join(folder, left), { force: true });
}

/** Removes the folder if it was made for one run. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(PREFIX)) await rm(folder, { recursive: true, force: true });
}

async function tryToMake(place: string, account: Account | undefined): Promise<string | undefined> {
  try {
    if (!(await canEnter(place, account))) return undefined;
    const folder = await mkdtemp(join(place, PREFIX));
    await closeToOthers(folder, account);
    return folder;
  } catch {
    return undefined;
  }
}

async function closeToOthers(folder: string, account: Account | undefined): Promise<void> {
  await chmod(folder, 0o700);
  if (account) await chown(folder, account.uid, account.gid);
}

/** PostgreSQL takes a list here, with commas and quotes of its own. */
const isUsable = (folder: string): boolean =>
  Buffer.byteLength(join(folder, SOCKET)) <= MAX_PATH_BYTES && /^[\w./+@-]+$/.test(folder);
