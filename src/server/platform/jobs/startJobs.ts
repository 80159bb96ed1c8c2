import { randomUUIDv7 } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, type Runner, run, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Platform } from '../operations/context.ts';
import { keepRunning } from './keepRunning.ts';
import { beat, forgetProcess, forgetProcesses, releaseJobsOfTheDead } from './liveness.ts';

/** How often a process says that it lives, in milliseconds; it counts as dead after three. */
const HEARTBEAT = 10_000;

/** What a job works with. */
export interface JobContext {
  platform: Platform;
  /** Aborted when the server stops: the job ends early and runs again after the next start. */
  signal: AbortSignal;
  /** 1 at the first try. */
  attempt: number;
}

/** A job may run more than once: after a crash it does. So it must come to the same end then. */
export type Job = (payload: never, context: JobContext) => Promise<void>;

export interface JobsOptions {
  platform: Platform;
  pool: pg.Pool;
  jobs: Readonly<Record<string, Job>>;
  /** Name of a job and when it runs, as a crontab says it (UTC). */
  schedule: readonly { job: string; when: string }[];
  /** At once in this process. */
  concurrency: number;
  /** No other process uses this database: whatever was running before is dead. */
  isAlone: boolean;
}

export interface RunningJobs {
  /** Whether jobs are run at the moment. */
  isRunning(): boolean;
  /** Waits for jobs that run, for at most a few seconds; the rest run again after the next start. */
  stop(): Promise<void>;
}

/** Runs jobs of the queue in this process, and those again that a dead process left. */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { platform, pool, jobs, schedule, concurrency, isAlone } = options;
  const { db, log } = platform;
  const processId = randomUUIDv7();
  const stopping = new AbortController();
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  // Jobs are held by a worker, or by the pool that fetched them for its workers.
  events.on('pool:create', ({ workerPool }) => workerIds.add(workerPool.id));
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));
  events.on('job:failed', ({ job, error }) =>
    log.error({ err: error, job: job.task_identifier, jobId: job.id }, 'job is parked: it failed too often'),
  );

  const start = async (): Promise<Runner> => {
    if (isAlone) await forgetProcesses(db);
    workerIds.clear();
    return run({
      pgPool: pool,
      concurrency,
      noHandleSignals: true,
      pollInterval: 2_000,
      events,
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn({ component: 'jobs' }, message);
      }),
      taskList: Object.fromEntries(
        Object.entries(jobs).map(([name, job]) => [
          name,
          (payload: unknown, { job: { attempts } }) =>
            job(payload as never, { platform, signal: stopping.signal, attempt: attempts }),
        ]),
      ),
      parsedCronItems: parseCronItems(schedule.map(({ job, when }) => ({ task: job, match: when }))),
      gracefulShutdownAbortTimeout: 3_000,
    });
  };
  const runner = await keepRunning(start, log);

  const live = async (): Promise<void> => {
    try {
      await beat(db, { id: processId, workerIds: [...workerIds] });
      const released = await releaseJobsOfTheDead(db, 3 * HEARTBEAT);
      if (released > 0) log.warn({ released }, 'jobs of a dead process run again');
    } catch (error) {
      log.warn({ err: error }, 'could not look after jobs; trying again');
    }
  };
  await live();
  const heart = setInterval(live, HEARTBEAT);

  return {
    isRunning: runner.isRunning,
    async stop() {
      clearInterval(heart);
      stopping.abort();
      await runner.stop();
      await forgetProcess(db, processId).catch(() => undefined);
    },
  };
}
