import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/client/createClient.ts';
import { contract } from '../../src/contract/index.ts';
import { cli } from '../harness/cli.ts';
import { prepareServer } from '../harness/prepareServer.ts';
import { type Served, spawnServe } from '../harness/spawnServe.ts';

const METRICS_TOKEN = 'what Prometheus knows';
const PER_MINUTE = 200;

let folder: string;
let served: Served;
let token: string;
let client: Client;
/** Live updates that somebody follows all the time. */
let stream: Response;

const environment = () => ({
  AFTERWORD_DATA: join(folder, 'data'),
  AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
  AFTERWORD_METRICS_TOKEN: METRICS_TOKEN,
  AFTERWORD_REQUESTS_PER_MINUTE: String(PER_MINUTE),
  AFTERWORD_SETUP_TOKEN: 'a token that no log may hold',
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-server-'));
  token = await prepareServer(environment());
  served = await spawnServe(environment());
  client = createClient(contract, { server: served.address, token });
  stream = await get('/api/v1/events', { authorization: `Bearer ${token}` });
});

afterAll(async () => {
  if (served?.process.exitCode === null) await served.stop();
  await rm(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(served.address + path, { headers });

test('it says that it lives and can work, part by part', async () => {
  expect(await (await get('/healthz')).json()).toEqual({ isAlive: true });
  const ready = await get('/readyz');
  expect(ready.status).toBe(200);
  const { parts } = (await ready.json()) as { parts: { name: string }[] };
  expect(parts.map(({ name }) => name)).toEqual(['process', 'database', 'migrations', 'objects', 'jobs']);
});

test('metrics are for who knows the token, and name nobody', async () => {
  await client.incidents.declare({ title: 'Trouble', severity: 'sev3' });
  expect((await get('/metrics')).status).toBe(401);
  expect((await get('/metrics', { authorization: 'Bearer another' })).status).toBe(401);
  const text = await (await get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })).text();
  expect(text).toContain('afterword_requests_total{operation="incidents.declare",status="201"} 1');
  for (const name of ['jobs', 'audit_queue', 'database_connections', 'nodejs_eventloop_lag_seconds'])
    expect(text).toContain(`afterword_${name}`);
  const { id } = await client.people.me({});
  expect(text).not.toContain(id);
});

test('links lead to the port that it found, also those of a command beside it', async () => {
  const { email } = await client.people.me({});
  const { stdout } = await cli(['user', 'reset-password', email], {
    keyFile: join(folder, 'key'),
    environment: { ...environment(), AFTERWORD_PORT: '0' },
  });
  expect(stdout).toContain(`http://localhost:${new URL(served.address).port}/reset-password#token=`);
});

test('what an assistant asks for is counted by operation, and by how it ended', async () => {
  const ask = (name: string, input: object) =>
    fetch(`${served.address}/mcp`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name, arguments: input },
      }),
    });
  expect((await ask('services_list', {})).status).toBe(200);
  expect((await ask('services_list', { tier: 'high' })).status).toBe(200);
  const text = await (await get('/metrics', { authorization: `Bearer ${METRICS_TOKEN}` })).text();
  expect(text).toContain('afterword_requests_total{operation="services.list",status="200"} 1');
  expect(text).toContain('afterword_requests_total{operation="services.list",status="422"} 1');
});

test('each request is a line in the log, without what it must not hold', async () => {
  await get('/api/v1/incidents?text=what-was-searched', { authorization: `Bearer ${token}` });
  await client.setup
    .complete({ token: 'wrong', name: 'X', email: 'x@example.org', password: 'four words in a row' })
    .catch(() => undefined);
  const lines = served
    .log()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  const { id } = await client.people.me({});
  expect(lines).toContainEqual(
    expect.objectContaining({ operation: 'incidents.list', status: 200, actorId: id, msg: 'request' }),
  );
  for (const secret of [token, METRICS_TOKEN, 'what-was-searched', 'four words in a row', 'no log may hold'])
    expect(served.log()).not.toContain(secret);
});

test('who asks too often is told when to come again', async () => {
  let refused: Response | undefined;
  for (let n = 0; n <= PER_MINUTE && !refused; n++) {
    const answer = await get('/api/v1/me', { authorization: `Bearer ${token}` });
    if (answer.status === 429) refused = answer;
    else expect(answer.status).toBe(200);
  }
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused?.json()).toMatchObject({ code: 'rate_limited' });
  expect((await get('/api/v1/setup')).status).toBe(200);
});

test('told to stop, it ends streams and itself, in order', async () => {
  const began = performance.now();
  const [code] = await Promise.all([served.stop(), stream.text()]);
  expect(code).toBe(0);
  expect(performance.now() - began).toBeLessThan(8_000);
  expect(served.log()).not.toMatch(/"level":"(?:error|fatal)"/);
});
