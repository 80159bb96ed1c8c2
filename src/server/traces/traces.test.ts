import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { until } from '../../../test/harness/until.ts';
import { uploadFile } from '../../../test/harness/uploadFile.ts';
import { jobs } from '../allJobs.ts';
import { startJobs } from '../platform/jobs/startJobs.ts';

const START = Date.UTC(2026, 0, 1, 12) * 1000;
const SECONDS = 40;
/** From here on the shop takes five times as long, and every fourth order fails. */
const TURN = new Date(START / 1000 + 20_000).toISOString();

const tag = (key: string, value: string | boolean) => ({ key, type: typeof value, value });

/** A request a second from web to shop, as Jaeger gives them. */
const TRACES = JSON.stringify({
  data: Array.from({ length: SECONDS }, (_, second) => {
    const at = START + second * 1e6;
    const took = second < 20 ? 10_000 : 50_000;
    const base = { traceID: `a${second}`, startTime: at };
    const failed = second >= 20 && second % 4 === 0 ? [tag('error', true)] : [];
    return {
      traceID: base.traceID,
      spans: [
        {
          ...base,
          spanID: 'b',
          operationName: `GET /orders/${second}`,
          duration: took + 2_000,
          processID: 'web',
        },
        {
          ...base,
          spanID: 'c',
          operationName: 'order',
          startTime: at + 1_000,
          duration: took,
          processID: 'shop',
          references: [{ refType: 'CHILD_OF', traceID: base.traceID, spanID: 'b' }],
          tags: failed,
        },
      ],
      processes: {
        web: { serviceName: 'web', tags: [] },
        shop: { serviceName: 'shop', tags: [tag('service.version', second < 20 ? '1.0' : '1.1')] },
      },
    };
  }),
});

let server: TestServer;
let responder: TestPerson;
let incidentId: string;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'] });
  const { platform, pool } = server;
  const running = await startJobs({ platform, pool, jobs, schedule: [], concurrency: 1, isAlone: true });
  incidentId = (await responder.client.incidents.declare({ title: 'Orders stall', severity: 'sev2' })).id;
  await uploadFile(responder.client, incidentId, {
    name: 'traces.json',
    bytes: new TextEncoder().encode(TRACES),
  });
  await until(
    async () =>
      (await responder.client.readings.list({ incidentId })).items.find(({ state }) => state === 'done'),
    { withinMs: 60_000, what: 'a reading' },
  );
  await running.stop();
});
afterAll(() => server.close());

test('call paths of a stretch stand beside those before it', async () => {
  const merged = await responder.client.traces.callPaths({ incidentId, from: TURN });
  expect(merged).toMatchObject({ traces: 20, tracesBefore: 20, omitted: 0, leftOut: 0, everyNth: 1 });
  expect(merged.paths).toMatchObject([
    {
      parent: null,
      service: 'web',
      operation: 'GET /orders/#',
      now: { calls: 20, ownUs: 40_000, totalUs: 1_040_000 },
      before: { calls: 20, ownUs: 40_000, totalUs: 240_000 },
    },
    {
      parent: 0,
      service: 'shop',
      operation: 'order',
      now: { calls: 20, errors: 5, ownUs: 1_000_000 },
      before: { calls: 20, errors: 0, ownUs: 200_000 },
    },
  ]);
  const { paths } = await responder.client.traces.callPaths({ incidentId, service: 'shop', limit: 1 });
  expect(paths).toMatchObject([{ service: 'shop', now: { calls: 40 }, before: { calls: 0 } }]);
  const example = await responder.client.records.around({ incidentId, number: merged.paths[1]!.example });
  expect(example.records.map(({ service, durationUs }) => `${service} ${durationUs}`)).toContain(
    'shop 50000',
  );
});

test('versions are measured, also over time', async () => {
  const { versions } = await responder.client.traces.versions({ incidentId, from: TURN });
  expect(
    versions.map(({ service, version, now, before }) => [service, version, now?.errors, before?.errors]),
  ).toEqual([
    ['web', '', 0, 0],
    ['shop', '1.1', 5, undefined],
    ['shop', '1.0', undefined, 0],
  ]);
  const stretch = { from: new Date(START / 1000).toISOString(), to: TURN };
  const overTime = await responder.client.traces.versionsOverTime({ incidentId, ...stretch, buckets: 4 });
  expect(
    overTime.versions.map(({ version, buckets }) => [version, buckets.map(({ requests }) => requests)]),
  ).toEqual([
    ['1.0', [5, 5, 5, 5]],
    ['', [5, 5, 5, 5]],
  ]);
  expect(await responder.client.traces.versionsOverTime({ incidentId, from: TURN, to: TURN })).toEqual({
    versions: [],
    everyNth: 1,
  });
});

test('the map leads to the traces that hold a call', async () => {
  const map = await responder.client.traces.calls({ incidentId, from: TURN });
  expect(map.calls).toMatchObject([{ caller: 'web', callee: 'shop', now: { requests: 20, errors: 5 } }]);
  expect((await responder.client.traces.calls({ incidentId, limit: 1 })).isCut).toBe(true);
  const asked = { incidentId, from: TURN, service: ['shop'] };
  expect((await responder.client.records.traces({ ...asked, caller: 'web' })).traces).toHaveLength(20);
  expect((await responder.client.records.traces({ ...asked, caller: 'shop' })).traces).toEqual([]);
});
