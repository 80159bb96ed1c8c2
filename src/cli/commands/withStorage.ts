import type { Logger } from 'pino';
import type { Configuration } from '../../server/configuration.ts';
import { openStorage, type Storage, type StorageOptions } from '../../server/openStorage.ts';
import { createLog } from '../../server/platform/createLog.ts';
import { CommandFailed } from '../exit.ts';
import type { World } from '../world.ts';
import { withConfiguration } from './withConfiguration.ts';

export interface Opened {
  configuration: Configuration;
  storage: Storage;
  log: Logger;
}

/** PostgreSQL's code for a table that is not there. */
const NO_TABLE = '42P01';
const UNUSED =
  'No server of this version has used this database yet. Are AFTERWORD_DATA and DATABASE_URL those of the server? If so, run `afterword migrate` first.';

/**
 * Runs a command on a server's database and objects; what the command itself has to say goes to standard output, so the
 * log goes to standard error.
 *
 * @param how `join` while a server may be running, `own` when none may
 */
export const withStorage = (
  world: World,
  how: StorageOptions['how'],
  run: (opened: Opened) => Promise<number>,
): Promise<number> =>
  withConfiguration(world, async configuration => {
    const log = createLog('warn', world.stderr);
    const storage = await openStorage(configuration, { how, log, signal: world.signal });
    try {
      return await run({ configuration, storage, log });
    } catch (error) {
      if ((error as { code?: unknown }).code === NO_TABLE) throw new CommandFailed(UNUSED);
      throw error;
    } finally {
      await storage.close();
    }
  });
