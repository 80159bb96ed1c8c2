import { rm } from 'node:fs/promises';
import type { Logger } from 'pino';
import { jobs, schedule } from './allJobs.ts';
import { buildApp } from './buildApp.ts';
import type { Configuration } from './configuration.ts';
import { singleSignOnOf } from './openAccounts.ts';
import { openPlatform } from './openPlatform.ts';
import { openStorage } from './openStorage.ts';
import { startCheckpoints } from './platform/audit/checkpoint/startCheckpoints.ts';
import { drainQueue } from './platform/audit/drainQueue.ts';
import { type Sequencer, startSequencer } from './platform/audit/startSequencer.ts';
import { hasAdministrator } from './platform/auth/administrators.ts';
import { createAuthenticate } from './platform/auth/authenticate.ts';
import { addAuthRoutes } from './platform/auth/authRoutes.ts';
import { openAuth, sessionSecret } from './platform/auth/openAuth.ts';
import { migrate } from './platform/db/migrate.ts';
import type { Db } from './platform/db/openDatabase.ts';
import { startFeed } from './platform/events/startFeed.ts';
import { addHealthRoutes } from './platform/health/addHealthRoutes.ts';
import { createReadiness } from './platform/health/readiness.ts';
import { serverChecks } from './platform/health/serverChecks.ts';
import { closeApp } from './platform/http/closeApp.ts';
import { startJobs } from './platform/jobs/startJobs.ts';
import type { Poked } from './platform/jobs/workWhenPoked.ts';
import { addMetricsRoute } from './platform/metrics/addMetricsRoute.ts';
import { openMetrics } from './platform/metrics/openMetrics.ts';
import type { Platform } from './platform/operations/context.ts';
import { timeSteps } from './platform/timeSteps.ts';
import { startCatchUp } from './search/catchUp.ts';
import { followColumns } from './search/followColumns.ts';
import { settlePort } from './settlePort.ts';
import { seedTemplates } from './templates/seedTemplates.ts';

export interface RunningServer {
  /** Where it is reached, e.g. `http://127.0.0.1:4600`. */
  address: string;
  /** Where the first administrator is made; null once there is one. */
  setupLink: string | null;
  /** Ends in order: streams, requests, jobs, the audit log's sequencer, the database. */
  stop(): Promise<void>;
}

/** What PostgreSQL says to a change that it does not take. */
const READ_ONLY = '25006';

/**
 * Starts everything that one server process is, from the database upwards, and listens. The log tells how long each step
 * took.
 *
 * @throws when something cannot be had; what was started until then is stopped again
 */
export async function startServer(given: Configuration, log: Logger): Promise<RunningServer> {
  await using started = new AsyncDisposableStack();
  const steps = timeSteps(0);
  steps.done('load');
  const configuration = await settlePort(given);
  const storage = await openStorage(configuration, { how: 'own', log });
  started.defer(storage.close);
  steps.done('storage');
  const { connection, db, pool, postgres } = storage;
  const applied = await migrate(pool);
  if (applied.length > 0) log.info({ applied }, 'database migrated');
  await seed(db, log);
  steps.done('schema');

  const feed = startFeed(connection, log);
  started.defer(() => feed.stop());
  let sequencer: Sequencer | undefined;
  const platform = await openPlatform(configuration, {
    storage,
    log,
    feed,
    eventsCommitted: () => sequencer?.poke(),
  });
  started.defer(async () => platform.archive.close());
  const indexing = startCatchUp(platform);
  started.defer(() => indexing.stop());
  sequencer = startAudit(platform, indexing, started);
  steps.done('platform');

  const concurrency = configuration.AFTERWORD_JOBS;
  const isAlone = postgres !== undefined;
  // What a killed process was working on is begun again; what others work on is theirs.
  if (isAlone) await rm(platform.workFolder, { recursive: true, force: true });
  const work =
    concurrency > 0 ? await startJobs({ platform, pool, jobs, schedule, concurrency, isAlone }) : undefined;
  if (work) started.defer(() => work.stop());
  steps.done('jobs');

  const auth = openAuth({ platform, connection, singleSignOn: singleSignOnOf(configuration) });
  started.defer(() => auth.close());
  const metrics = openMetrics(pool);
  const app = await buildApp({
    platform,
    authenticate: createAuthenticate({
      pool,
      log,
      now: platform.now,
      publicUrl: platform.accounts.publicUrl,
      sessions: platform.accounts.sessions,
      secret: sessionSecret(platform),
    }),
    trustProxy: configuration.AFTERWORD_TRUST_PROXY,
    requestsPerMinute: configuration.AFTERWORD_REQUESTS_PER_MINUTE,
    observe: metrics.observe,
  });
  addAuthRoutes(app, { platform, auth });
  let isStopping = false;
  const { objects } = platform;
  const checks = serverChecks({
    pool,
    objects,
    areJobsRunning: work?.isRunning,
    isStopping: () => isStopping,
  });
  addHealthRoutes(app, createReadiness(checks));
  addMetricsRoute(app, { metrics, token: configuration.AFTERWORD_METRICS_TOKEN });
  started.defer(() => closeApp(app, log));
  // Before the app: it waits for its answers, and a stream is one that does not end by itself.
  started.defer(() => feed.stop());
  const address = await app.listen({
    host: configuration.AFTERWORD_HOST,
    port: configuration.AFTERWORD_PORT,
  });
  postgres?.announce(address);
  steps.done('listen');
  // While nobody asks yet. Who searches meanwhile waits for the same reading.
  followColumns(db).catch(error => log.debug({ err: error }, 'search reads its documents when it is asked'));
  log.info(steps, 'server started');

  const setupLink = (await hasAdministrator(db)) ? null : setupLinkOf(platform, configuration);
  const running = started.move();
  return {
    address,
    setupLink,
    stop() {
      isStopping = true;
      return running.disposeAsync();
    },
  };
}

/** On a full disk, and on a standby, what would be added waits for another start. */
async function seed(db: Db, log: Logger): Promise<void> {
  try {
    await seedTemplates(db, new Date());
  } catch (error) {
    if ((error as { code?: string }).code !== READ_ONLY) throw error;
    log.warn('the database takes no changes: it starts for reading only');
  }
}

/** Gives events their places, and signs the log outside; at the end for all that is there. */
function startAudit({ db, log, audit }: Platform, indexing: Poked, started: AsyncDisposableStack): Sequencer {
  const checkpoints = startCheckpoints({
    db,
    key: audit.key,
    folder: audit.checkpoints,
    onProblem: error => log.error({ err: error }, 'the audit log could not be signed outside'),
  });
  started.defer(() => checkpoints.stop());
  const sequencer = startSequencer({
    db,
    onSequenced: ({ to }) => {
      checkpoints.grown(to);
      indexing.poke();
    },
    onProblem: error => log.warn({ err: error }, 'audit events wait for their place; trying again'),
  });
  started.defer(async () => {
    await sequencer.stop();
    await drainQueue(db).catch(error =>
      log.warn({ err: error }, 'audit events wait for the next start to get their place'),
    );
  });
  return sequencer;
}

/** A token that was configured is known to whoever needs it, and not printed. */
function setupLinkOf({ accounts }: Platform, { AFTERWORD_SETUP_TOKEN: configured }: Configuration): string {
  const page = `${accounts.publicUrl}/setup`;
  return configured ? page : `${page}#token=${accounts.setupToken}`;
}
