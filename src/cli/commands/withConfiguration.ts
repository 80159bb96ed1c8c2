import type { Logger } from 'pino';
import { StorageUnavailable } from '../../recorder/objects/objectStore.ts';
import { type Configuration, ConfigurationError, readConfiguration } from '../../server/configuration.ts';
import { BadCheckpointFolder } from '../../server/platform/audit/checkpoint/checkpointFolder.ts';
import { BadSigningKey } from '../../server/platform/audit/checkpoint/signingKey.ts';
import { LogRewritten } from '../../server/platform/audit/checkpoint/writeCheckpoint.ts';
import { BadBackup, NotEmpty } from '../../server/platform/backup/badBackup.ts';
import { createLog } from '../../server/platform/createLog.ts';
import { DatabaseUnfit } from '../../server/platform/db/listUnfit.ts';
import { SchemaUnknown } from '../../server/platform/db/migrate.ts';
import { FolderHeld } from '../../server/platform/postgres/lockFolder.ts';
import { PostgresUnavailable } from '../../server/platform/postgres/postgresUnavailable.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { explainSystemError } from './explainSystemError.ts';

/** What an operator can put right, besides what the configuration says. */
const KNOWN = [
  FolderHeld,
  PostgresUnavailable,
  StorageUnavailable,
  SchemaUnknown,
  DatabaseUnfit,
  BadBackup,
  NotEmpty,
  BadCheckpointFolder,
  BadSigningKey,
  LogRewritten,
];
/** Of PostgreSQL: no such account, password or database; no permission; no room for more; just starting or ending. */
const REFUSED_BY_DATABASE = /^(?:28|3D|42501|53|57P)/;

/**
 * Runs a command of the server's machine with the configuration of the environment.
 *
 * @throws CommandFailed for what an operator can put right; a bug stays a bug
 */
export async function withConfiguration<T>(
  world: World,
  run: (configuration: Configuration, log: Logger) => Promise<T>,
): Promise<T> {
  try {
    const configuration = readConfiguration(world.environment);
    return await run(configuration, createLog(configuration.AFTERWORD_LOG_LEVEL, world.stdout));
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    if (error instanceof ConfigurationError) throw new CommandFailed(message, EXIT.usage);
    if (KNOWN.some(known => error instanceof known)) throw new CommandFailed(message);
    const explained = explainSystemError(error);
    if (explained) throw new CommandFailed(explained);
    if (REFUSED_BY_DATABASE.test(code ?? '')) throw new CommandFailed(`DATABASE_URL: ${message}`);
    throw error;
  }
}
