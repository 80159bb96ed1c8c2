import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import type { ObjectStore } from '../../../recorder/objects/objectStore.ts';
import { listPending, migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/openDatabase.ts';
import type { Archive } from './archive/readArchive.ts';
import { BadBackup, NotEmpty } from './badBackup.ts';
import { describeTables } from './database/describeDatabase.ts';
import { emptyDatabase, findLivingServer, isEmptyDatabase } from './database/emptyDatabase.ts';
import { setSequences } from './database/setSequences.ts';
import { withoutRules } from './database/withoutRules.ts';
import { putMembers } from './putMembers.ts';
import { refuseOtherSecrets } from './secrets.ts';

export interface RestoreTarget {
  connection: pg.ClientConfig;
  objects: ObjectStore;
  /** Where the data folder's own files are, by the names that a back-up has for them. */
  secretFiles: Readonly<Record<string, string>>;
}

export interface RestoreOptions {
  /** What to do with a database that has something in it. */
  ifNotEmpty: 'refuse' | 'replace';
}

export interface RestoreReport {
  rows: number;
  objects: number;
  jobs: number;
  /** Entries of the audit log. */
  auditSize: number;
  /** Names of the secrets that were in it. */
  secrets: readonly string[];
  /** Keys of objects that the back-up lacks. */
  lost: readonly string[];
  /** Migrations that the back-up was older than. */
  migrated: readonly string[];
}

/**
 * Makes database, objects, jobs and, if they are in it, secrets again from an archive, which was checked whole when it was
 * opened. Rows come in one transaction, then the migrations that the back-up lacks are applied. When that fails in an
 * empty place, it is empty again.
 *
 * @throws BadBackup, NotEmpty or SchemaUnknown before anything was changed
 */
export async function restore(
  archive: Archive,
  target: RestoreTarget,
  { ifNotEmpty }: RestoreOptions,
): Promise<RestoreReport> {
  const { database, manifest } = archive;
  await listPending(database.migrations);
  if (ifNotEmpty === 'refuse') await refuseOtherSecrets(archive, target.secretFiles);
  const client = new pg.Client({ ...target.connection, options: '-c timezone=UTC -c datestyle=ISO' });
  await client.connect();
  const { pool, close } = openDatabase(target.connection, 2);
  try {
    await makeRoom(client, ifNotEmpty);
    await migrate(pool, database.migrations);
    const secrets = await fill(client, archive, target);
    const migrated = await migrate(pool);
    const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    const { objects, jobs, lost } = manifest;
    return { rows, objects, jobs, lost, secrets, migrated, auditSize: database.auditSize };
  } catch (error) {
    if (!(error instanceof NotEmpty)) await emptyAgain(client);
    throw error;
  } finally {
    await client.end();
    await close();
  }
}

async function makeRoom(client: pg.Client, ifNotEmpty: RestoreOptions['ifNotEmpty']): Promise<void> {
  if (await isEmptyDatabase(client)) return;
  if (ifNotEmpty === 'refuse')
    throw new NotEmpty(
      'The database has something in it. Restore into an empty data folder or database, or add --force to replace what is there.',
    );
  if (await findLivingServer(client))
    throw new NotEmpty(
      'A server works with this database. Stop every server of it first, wait half a minute, and try again.',
    );
  await emptyDatabase(client);
}

async function fill(client: pg.Client, archive: Archive, target: RestoreTarget): Promise<string[]> {
  const { database, manifest } = archive;
  await client.query('begin');
  if (!isDeepStrictEqual(await describeTables(client), database.tables))
    throw new BadBackup(
      'The back-up has other tables than its migrations make. Restore it with the version that made it.',
    );
  let secrets: string[] = [];
  await withoutRules(client, Object.keys(database.tables), async () => {
    secrets = await putMembers(client, archive, target);
  });
  await setSequences(client, manifest.sequences);
  await client.query('commit');
  return secrets;
}

async function emptyAgain(client: pg.Client): Promise<void> {
  await client.query('rollback').catch(() => undefined);
  await emptyDatabase(client).catch(() => undefined);
}
