import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { ObjectStore } from '../recorder/objects/objectStore.ts';
import { openObjectStore } from '../recorder/objects/openObjectStore.ts';
import { openRecordArchive } from '../recorder/records/openRecordArchive.ts';
import { jobs, schedule } from './allJobs.ts';
import { buildApp } from './buildApp.ts';
import type { Configuration } from './configuration.ts';
import { openAccounts, singleSignOnOf } from './openAccounts.ts';
import { openCheckpointFolder } from './platform/audit/checkpoint/checkpointFolder.ts';
import { readOrMakeSigningKey } from './platform/audit/checkpoint/signingKey.ts';
import { startSequencer } from './platform/audit/startSequencer.ts';
import { hasAdministrator } from './platform/auth/administrators.ts';
import { createAuthenticate } from './platform/auth/authenticate.ts';
import { addAuthRoutes } from './platform/auth/authRoutes.ts';
import { openAuth, sessionSecret } from './platform/auth/openAuth.ts';
import { migrate } from './platform/db/migrate.ts';
import { openDatabase } from './platform/db/openDatabase.ts';
import { startFeed } from './platform/events/startFeed.ts';
import { startJobs } from './platform/jobs/startJobs.ts';
import type { Platform } from './platform/operations/context.ts';
import { startPostgres } from './platform/postgres/startPostgres.ts';
import { deriveKeysFrom, readOrMakeSecret } from './platform/secret.ts';
import { seedTemplates } from './templates/seedTemplates.ts';

export interface RunningServer {
  /** Where it is reached, e.g. `http://127.0.0.1:4600`. */
  address: string;
  /** Where the first administrator is made; null once there is one. */
  setupLink: string | null;
  /** Ends in order: requests, jobs, the audit log's sequencer, the database. */
  stop(): Promise<void>;
}

/**
 * Starts everything that one server process is, from the database upwards, and listens.
 *
 * @throws when something cannot be had; what was started until then is stopped again
 */
export async function startServer(configuration: Configuration, log: Logger): Promise<RunningServer> {
  await using started = new AsyncDisposableStack();
  const data = configuration.AFTERWORD_DATA;
  await mkdir(data, { recursive: true, mode: 0o700 });

  const postgres = configuration.DATABASE_URL ? undefined : await startPostgres({ dataFolder: data, log });
  if (postgres) started.defer(() => postgres.stop());
  const connection: pg.PoolConfig = postgres?.connection ?? { connectionString: configuration.DATABASE_URL! };

  const { db, pool, close } = openDatabase(connection, configuration.AFTERWORD_DATABASE_CONNECTIONS);
  started.defer(close);
  const applied = await migrate(pool);
  if (applied.length > 0) log.info({ applied }, 'database migrated');
  await seedTemplates(db, new Date());

  const sequencer = startSequencer({
    db,
    onProblem: error => log.warn({ err: error }, 'audit events wait for their place; trying again'),
  });
  started.defer(() => sequencer.stop());
  const feed = startFeed(connection, log);
  started.defer(() => feed.stop());

  const keyFor = deriveKeysFrom(
    configuration.AFTERWORD_SECRET ?? (await readOrMakeSecret(join(data, 'secret'))),
  );
  const objects = await openObjects(configuration);
  const archive = openRecordArchive({ objects, folder: join(data, 'records') });
  started.defer(async () => archive.close());
  const platform: Platform = {
    db,
    log,
    feed,
    objects,
    archive,
    workFolder: join(data, 'work'),
    mostEvidenceBytes: configuration.AFTERWORD_EVIDENCE_LIMIT * 2 ** 20,
    keyFor,
    accounts: openAccounts(configuration, keyFor),
    audit: await openAudit(configuration),
    now: () => new Date(),
    eventsCommitted: sequencer.poke,
  };

  if (configuration.AFTERWORD_JOBS > 0) {
    const concurrency = configuration.AFTERWORD_JOBS;
    const isAlone = postgres !== undefined;
    const running = await startJobs({ platform, pool, jobs, schedule, concurrency, isAlone });
    started.defer(() => running.stop());
  }

  const auth = openAuth({ platform, connection, singleSignOn: singleSignOnOf(configuration) });
  started.defer(() => auth.close());
  const authenticate = createAuthenticate({
    pool,
    log,
    now: platform.now,
    publicUrl: platform.accounts.publicUrl,
    secret: sessionSecret(platform),
  });
  const app = await buildApp({
    platform,
    authenticate,
    trustProxy: configuration.AFTERWORD_TRUST_PROXY,
  });
  addAuthRoutes(app, { platform, auth });
  started.defer(() => app.close());
  const address = await app.listen({
    host: configuration.AFTERWORD_HOST,
    port: configuration.AFTERWORD_PORT,
  });
  postgres?.announce(address);

  const setupLink = (await hasAdministrator(db)) ? null : setupLinkOf(platform, configuration);
  const running = started.move();
  return { address, setupLink, stop: () => running.disposeAsync() };
}

/** A token that was configured is known to whoever needs it, and not printed. */
function setupLinkOf({ accounts }: Platform, { AFTERWORD_SETUP_TOKEN: configured }: Configuration): string {
  const page = `${accounts.publicUrl}/setup`;
  return configured ? page : `${page}#token=${accounts.setupToken}`;
}

async function openAudit(configuration: Configuration): Promise<Platform['audit']> {
  const dataFolder = configuration.AFTERWORD_DATA;
  const key = await readOrMakeSigningKey(join(dataFolder, 'audit.key'));
  return {
    key,
    checkpoints: await openCheckpointFolder(configuration.AFTERWORD_CHECKPOINTS, { dataFolder, key }),
  };
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
