import { chown, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { launch, runToEnd, type Setup } from './launch.ts';
import { PostgresUnavailable } from './postgresUnavailable.ts';
import { SYNC_METHOD, writeSettings } from './settings.ts';

/** The database, and the role that owns it: what the application connects as, and no superuser. */
export const OWNER = 'afterword';
export const SUPERUSER = 'postgres';

/**
 * Errors of the application's statements come back to it; their messages may quote values, so the server does not log
 * them. Its own processes log as usual.
 */
const FOUNDATION = `create role ${OWNER} login;
alter role ${OWNER} set log_min_messages = 'log';
create database ${OWNER} owner ${OWNER};
`;

/**
 * Makes the cluster if it is not there yet. It is made beside its place and renamed when whole, so one that was
 * interrupted is made again. Throws `PostgresUnavailable` when it is there but of another major version.
 */
export async function createCluster(
  clusterFolder: string,
  setup: Setup,
  signal: AbortSignal | undefined,
): Promise<'created' | 'found'> {
  if (await stat(clusterFolder).catch(() => undefined)) {
    await checkVersion(clusterFolder, setup.binaries.major);
    return 'found';
  }
  await removeUnfinished(clusterFolder);
  const fresh = await mkdtemp(`${clusterFolder}.new-`);
  if (setup.account) await chown(fresh, setup.account.uid, setup.account.gid);
  try {
    await fill(fresh, setup, signal);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true, maxRetries: 5 });
    signal?.throwIfAborted();
    throw new PostgresUnavailable(
      `PostgreSQL's cluster could not be made in ${dirname(clusterFolder)}: ${(error as Error).message}\n` +
        'Put that right and start again, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  await rename(fresh, clusterFolder);
  await syncFolder(dirname(clusterFolder));
  return 'created';
}

/** An initdb whose starter was killed may still be writing: never use its folder again, remove it from under it. */
async function removeUnfinished(clusterFolder: string): Promise<void> {
  const home = dirname(clusterFolder);
  for (const name of await readdir(home)) {
    if (!name.startsWith(`${basename(clusterFolder)}.new-`)) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

async function fill(folder: string, setup: Setup, signal: AbortSignal | undefined): Promise<void> {
  const initdb = launch('initdb', folder, setup, {
    args: [
      `--username=${SUPERUSER}`,
      '--auth=trust',
      '--encoding=UTF8',
      // Sorts by code point on every machine and in every version: no index breaks when a system's library changes.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
      `--sync-method=${SYNC_METHOD}`,
      '--no-instructions',
    ],
  });
  await runToEnd(initdb, signal);
  await writeSettings(folder, {});
  const single = launch('postgres', folder, setup, { args: ['--single', 'postgres'], input: FOUNDATION });
  const output = await runToEnd(single, signal);
  // A statement that fails does not fail the program.
  if (/\b(?:ERROR|FATAL|PANIC):/.test(output)) throw new Error(output.trim());
}

async function checkVersion(clusterFolder: string, major: number): Promise<void> {
  const found = Number.parseInt(await readFile(join(clusterFolder, 'PG_VERSION'), 'utf8'), 10);
  if (found === major) return;
  throw new PostgresUnavailable(
    `The database in ${clusterFolder} was made by PostgreSQL ${found}; this Afterword runs PostgreSQL ${major}. ` +
      `Start the Afterword version that made it, run "afterword backup", then "afterword restore" into a new data folder here.`,
  );
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
