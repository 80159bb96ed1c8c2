import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import type { ObjectStore } from '../../../recorder/objects/objectStore.ts';
import { applyMigrations, listPending, migrate, migrateQueue } from '../db/migrate.ts';
import { openDatabase, patiently } from '../db/openDatabase.ts';
import type { Archive } from './archive/readArchive.ts';
import { BadBackup, NotEmpty } from './badBackup.ts';
import { describeTables } from './database/describeDatabase.ts';
import { emptyDatabase, emptyWithin, findLivingServer, isEmptyDatabase } from './database/emptyDatabase.ts';
import { setSequences } from './database/setSequences.ts';
import { withoutRules } from './database/withoutRules.ts';
import { putMembers } from './putMembers.ts';
import { putSecret, refuseOtherSecrets } from './secrets.ts';

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
 * opened. What was there goes and what the back-up holds comes in one transaction: when anything fails, or the process is
 * killed, all is as it was before, but for objects that nothing refers to. Then come the secrets, and the migrations that
 * the back-up lacks.
 *
 * @throws BadBackup, NotEmpty or SchemaUnknown; nothing was changed then
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
  const { pool, close } = openDatabase(patiently(target.connection), 2);
  try {
    const isEmpty = await isEmptyDatabase(client);
    if (!isEmpty) await expectReplaceable(client, ifNotEmpty);
    await migrateQueue(pool);
    const secrets = await fill(client, archive, target).catch(async error => {
      await rollBack(client, { isEmpty });
      throw error;
    });
    for (const [name, content] of secrets) await putSecret(target.secretFiles[name]!, content);
    const migrated = await migrate(pool);
    const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
    const { objects, jobs, lost } = manifest;
    return {
      ...{ rows, objects, jobs, lost, migrated },
      secrets: Array.from(secrets.keys()),
      auditSize: database.auditSize,
    };
  } finally {
    await client.end();
    await close();
  }
}

async function expectReplaceable(client: pg.Client, ifNotEmpty: RestoreOptions['ifNotEmpty']): Promise<void> {
  if (ifNotEmpty === 'refuse')
    throw new NotEmpty(
      'The database has something in it. Restore into an empty data folder or database, or add --force to replace what is there.',
    );
  if (await findLivingServer(client))
    throw new NotEmpty(
      'A server works with this database. Stop every server of it first, wait half a minute, and try again.',
    );
}

/** Gives the secrets that are in the archive, by their names. */
async function fill(
  client: pg.Client,
  archive: Archive,
  target: RestoreTarget,
): Promise<ReadonlyMap<string, Buffer>> {
  const { database, manifest } = archive;
  await client.query('begin');
  await emptyWithin(client);
  await applyMigrations(client, database.migrations);
  if (!isDeepStrictEqual(await describeTables(client), database.tables))
    throw new BadBackup(
      'The back-up has other tables than its migrations make. Restore it with the version that made it.',
    );
  let secrets: ReadonlyMap<string, Buffer> = new Map();
  await withoutRules(client, Object.keys(database.tables), async () => {
    secrets = await putMembers(client, archive, target);
  });
  await setSequences(client, manifest.sequences);
  await client.query('commit');
  return secrets;
}

/** In a place that was empty, the queue's schema goes too. What cannot be undone now is undone when the connection ends. */
async function rollBack(client: pg.Client, { isEmpty }: { isEmpty: boolean }): Promise<void> {
  await client.query('rollback').catch(() => undefined);
  if (isEmpty) await emptyDatabase(client).catch(() => undefined);
}
