import { expect, test } from 'vitest';
import { startTestServer } from '../../../../test/harness/server.ts';
import { StorageUnavailable } from '../../../recorder/objects/objectStore.ts';
import { createReadiness, NotReady } from './readiness.ts';
import { serverChecks } from './serverChecks.ts';

test('each part says for itself what is wrong', async () => {
  const readiness = createReadiness({
    good: async () => undefined,
    bad: async () => {
      throw new NotReady('It is broken.');
    },
    silent: () => new Promise(() => undefined),
  });
  expect(await readiness()).toEqual({
    isReady: false,
    parts: [
      { name: 'good', isOk: true },
      { name: 'bad', isOk: false, reason: 'It is broken.' },
      { name: 'silent', isOk: false, reason: 'It does not answer in time.' },
    ],
  });
});

test('whoever asks often is given the same answer', async () => {
  let asked = 0;
  const readiness = createReadiness({
    counted: async () => {
      asked++;
    },
  });
  await Promise.all([readiness(), readiness(), readiness()]);
  await readiness();
  expect(asked).toBe(1);
});

test('a server is not ready without what it needs', async () => {
  const server = await startTestServer();
  const { pool } = server;
  const objects = {
    ...server.platform.objects,
    check: async () => {
      throw new StorageUnavailable('/objects: the disk is full');
    },
  };
  const names = async (checks: Parameters<typeof createReadiness>[0]) =>
    (await createReadiness(checks)()).parts.filter(({ isOk }) => !isOk).map(({ name }) => name);
  const good = {
    pool,
    objects: server.platform.objects,
    areJobsRunning: () => true,
    isStopping: () => false,
  };
  try {
    expect(await names(serverChecks(good))).toEqual([]);
    const bad = { ...good, objects, areJobsRunning: () => false, isStopping: () => true };
    expect(await names(serverChecks(bad))).toEqual(['process', 'objects', 'jobs']);
    await pool.query(`insert into migration (name, hash) values ('9999_newer.sql', 'x')`);
    expect(await names(serverChecks(good))).toEqual(['migrations']);
    await pool.query(`delete from migration where name like '0001%' or name like '9999%'`);
    expect(await names(serverChecks(good))).toEqual(['migrations']);
  } finally {
    await server.close();
  }
});
