import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { until } from '../../../test/harness/until.ts';
import { enqueueJob } from '../platform/jobs/enqueueJob.ts';
import { releaseJobsOfTheDead } from '../platform/jobs/liveness.ts';
import { type Job, startJobs } from '../platform/jobs/startJobs.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const run = (jobs: Record<string, Job>) => {
  const { platform, pool } = server;
  return startJobs({ platform, pool, jobs, schedule: [], concurrency: 2, isAlone: true });
};

test('a job runs when its change is committed, and not when it is not', async () => {
  const done: unknown[] = [];
  const running = await run({ note: async payload => void done.push(payload) });
  const refused = server.db.transaction().execute(async transaction => {
    await enqueueJob(transaction, 'note', { of: 'a change that failed' });
    throw new Error('no');
  });
  await expect(refused).rejects.toThrow('no');
  await server.db.transaction().execute(transaction => enqueueJob(transaction, 'note', { of: 'a change' }));
  await until(() => done[0]);
  expect(done).toEqual([{ of: 'a change' }]);
  await running.stop();
});

test('a job that fails at every attempt is parked, shown, and run again when told to', async () => {
  const administrator = await server.as({ roles: ['administrator'] });
  let isBroken = true;
  let runs = 0;
  const running = await run({
    fragile: async () => {
      runs++;
      if (isBroken) throw new Error('the disk is on fire');
    },
  });
  await enqueueJob(server.db, 'fragile', {}, { mostAttempts: 1 });
  const parked = await until(async () =>
    (await administrator.client.jobs.list({ state: 'parked' })).items.at(0),
  );
  expect(parked).toMatchObject({ name: 'fragile', attempts: 1, lastError: 'the disk is on fire' });

  isBroken = false;
  await administrator.client.jobs.retry({ id: parked.id });
  await until(async () => ((await administrator.client.jobs.list({})).items.length === 0 ? true : undefined));
  expect(runs).toBe(2);
  await running.stop();
});

test('a job of a process that died runs again', async () => {
  await enqueueJob(server.db, 'orphan', {});
  await sql`
    update graphile_worker._private_jobs set locked_by = 'worker-of-the-dead', locked_at = now()
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'orphan')`.execute(
    server.db,
  );
  expect(await releaseJobsOfTheDead(server.db, 30_000)).toBe(1);
  let ran = false;
  const running = await run({
    orphan: async () => {
      ran = true;
    },
  });
  await until(() => ran || undefined);
  await running.stop();
});

test('a job that runs for long is not taken for one of a dead process', async () => {
  const isStarted = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const running = await run({
    long: async () => {
      isStarted.resolve();
      await mayEnd.promise;
    },
  });
  await enqueueJob(server.db, 'long', {});
  await isStarted.promise;
  expect(await releaseJobsOfTheDead(server.db, 30_000)).toBe(0);
  mayEnd.resolve();
  await running.stop();
});
