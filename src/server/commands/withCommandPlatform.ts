import type pg from 'pg';
import type { Logger } from 'pino';
import type { Configuration } from '../configuration.ts';
import { openAccounts } from '../openAccounts.ts';
import { openKeys } from '../openPlatform.ts';
import { migrate } from '../platform/db/migrate.ts';
import { openDatabase, patiently } from '../platform/db/openDatabase.ts';
import { joinPostgres } from '../platform/postgres/joinPostgres.ts';
import { portOfServer } from '../settlePort.ts';
import { type CommandPlatform, CommandRefused } from './runCommand.ts';

/** Few: a command does one thing. */
const CONNECTIONS = 2;

/**
 * Runs a command on a server's database, whether the server runs or not. Throws as `startServer` does.
 */
export async function withCommandPlatform<T>(
  configuration: Configuration,
  log: Logger,
  run: (platform: CommandPlatform) => Promise<T>,
): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const { AFTERWORD_DATA: dataFolder, DATABASE_URL: connectionString } = configuration;
  const postgres = connectionString ? undefined : await joinPostgres({ dataFolder, log });
  if (postgres) opened.defer(() => postgres.stop());
  const connection: pg.PoolConfig = postgres?.connection ?? { connectionString: connectionString! };
  const { db, pool, close } = openDatabase(patiently(connection), CONNECTIONS);
  opened.defer(close);
  await migrate(pool);
  const linked = portOfServer(configuration);
  if (!linked)
    throw new CommandRefused(
      'AFTERWORD_PORT is 0 and no server runs here, so nobody knows where links lead: start it first, or set AFTERWORD_URL.',
    );
  const keyFor = await openKeys(configuration);
  return await run({ db, keyFor, accounts: openAccounts(linked, keyFor), now: () => new Date() });
}
