import { join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import { createFolder } from '../recorder/createFolder.ts';
import type { ObjectStore } from '../recorder/objects/objectStore.ts';
import { openObjectStore } from '../recorder/objects/openObjectStore.ts';
import type { Configuration } from './configuration.ts';
import { withHeldDeletion } from './platform/backup/holdDeletion.ts';
import { type OpenDatabase, openDatabase, patiently } from './platform/db/openDatabase.ts';
import { joinPostgres } from './platform/postgres/joinPostgres.ts';
import { type Postgres, startPostgres } from './platform/postgres/startPostgres.ts';

/** Where everything is kept, opened. */
export interface Storage extends OpenDatabase {
  connection: pg.PoolConfig;
  objects: ObjectStore;
  /** Our own PostgreSQL, when this process runs it as its server. */
  postgres: Postgres | undefined;
}

export interface StorageOptions {
  /** `own`: the data folder must be free. `join`: a server may be working with it. */
  how: 'own' | 'join';
  log: Logger;
  signal?: AbortSignal;
}

/**
 * Opens database and objects as they are configured; of our own PostgreSQL, starts it.
 *
 * @throws FolderHeld, PostgresUnavailable, StorageUnavailable
 */
export async function openStorage(
  configuration: Configuration,
  { how, log, signal }: StorageOptions,
): Promise<Storage> {
  const dataFolder = configuration.AFTERWORD_DATA;
  await using opened = new AsyncDisposableStack();
  await createFolder(dataFolder);
  const { connection, postgres, stop } = await connect(configuration, {
    how,
    log,
    ...(signal && { signal }),
  });
  opened.defer(stop);
  const most = configuration.AFTERWORD_DATABASE_CONNECTIONS;
  const { db, pool, close } = openDatabase(how === 'join' ? patiently(connection) : connection, most);
  opened.defer(close);
  const objects = withHeldDeletion(await openObjects(configuration), db);
  opened.defer(async () => objects.close());
  const kept = opened.move();
  return { connection, postgres, db, pool, objects, close: () => kept.disposeAsync() };
}

async function connect(
  { AFTERWORD_DATA: dataFolder, DATABASE_URL: connectionString }: Configuration,
  { how, ...options }: StorageOptions,
): Promise<{ connection: pg.PoolConfig; postgres: Postgres | undefined; stop(): Promise<void> }> {
  if (connectionString)
    return { connection: { connectionString }, postgres: undefined, stop: async () => undefined };
  if (how === 'join') {
    const { connection, stop } = await joinPostgres({ dataFolder, ...options });
    return { connection, postgres: undefined, stop };
  }
  const postgres = await startPostgres({ dataFolder, ...options });
  return { connection: postgres.connection, postgres, stop: () => postgres.stop() };
}

function openObjects(configuration: Configuration): Promise<ObjectStore> {
  const folder = join(configuration.AFTERWORD_DATA, 'objects');
  if (!configuration.AFTERWORD_S3_BUCKET) return openObjectStore({ kind: 'files', folder });
  return openObjectStore({
    kind: 's3',
    folder,
    bucket: configuration.AFTERWORD_S3_BUCKET,
    region: configuration.AFTERWORD_S3_REGION,
    endpoint: configuration.AFTERWORD_S3_ENDPOINT,
    pathStyle: configuration.AFTERWORD_S3_PATH_STYLE,
    credentials: {
      accessKeyId: configuration.AFTERWORD_S3_ACCESS_KEY!,
      secretAccessKey: configuration.AFTERWORD_S3_SECRET_KEY!,
    },
  });
}
