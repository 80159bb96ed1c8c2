/**
 * The server as its users meet it: `afterword serve` in a process of its own with its own PostgreSQL, asked over HTTP by
 * 32 connections. Its peer is Fastify alone on the same database, in the same run.
 *
 *     node bench/server.ts [SECONDS]
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { anonymousClient, signIn } from '../src/cli/demo/signUp.ts';
import type { Client } from '../src/client/createClient.ts';
import { joinPostgres } from '../src/server/platform/postgres/joinPostgres.ts';
import { memoryOf } from './memoryOf.ts';
import { median } from './processCost.ts';

const SECONDS = Number(process.argv[2] ?? 2);
const CONNECTIONS = 32;
/** Server and peer take turns so often; an odd number has a middle. */
const ROUNDS = 9;
/** Writes go to as many incidents, as those of an organisation do. */
const INCIDENTS = 200;
const PORT = 46_911;
const SERVER = `http://localhost:${PORT}`;
const TOKEN = 'a token for the benchmark';
const ACCOUNT = { name: 'Bench', email: 'bench@example.org', password: 'a password for the benchmark' };
const SECTION =
  'Requests to the payment service failed for 18 200 customers between 12:07 and 12:11 UTC. '.repeat(12);

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
const environment = {
  PATH: process.env.PATH ?? '',
  AFTERWORD_DATA: join(folder, 'data'),
  AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
  AFTERWORD_PORT: String(PORT),
  AFTERWORD_URL: SERVER,
  AFTERWORD_SETUP_TOKEN: TOKEN,
  AFTERWORD_LOG_LEVEL: 'error',
  AFTERWORD_REQUESTS_PER_MINUTE: '0',
};

async function serve(): Promise<{ child: ChildProcess; ms: number }> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'serve'], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((ready, failed) => {
    let said = '';
    child.stderr!.on('data', text => {
      said += text;
      if (said.includes('listens at')) ready();
    });
    child.on('exit', () => failed(new Error(`the server did not start: ${said}`)));
  });
  return { child, ms: performance.now() - began };
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

interface Load {
  requests: { average: number };
  latency: { p97_5: number };
  non2xx: number;
}

async function load(url: string, more: object = {}): Promise<Load> {
  const options = { url, duration: SECONDS, connections: CONNECTIONS, ...more };
  const script = fileURLToPath(new URL('child/load.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(options)], {
    maxBuffer: 1e8,
  });
  const result = JSON.parse(stdout) as Load;
  if (result.non2xx > 0) throw new Error(`${url}: ${result.non2xx} answers were no success`);
  return result;
}

const show = (what: string, { requests, latency }: Load, note = ''): void =>
  void process.stdout.write(
    `  ${what.padEnd(58)} ${Math.round(requests.average).toLocaleString('en').padStart(7)}/s  97.5 % within ${latency.p97_5} ms${note}\n`,
  );

async function makePostmortem(client: Client): Promise<string> {
  const incident = await client.incidents.declare({ title: 'Nobody can pay', severity: 'sev2' });
  const postmortem = await client.postmortems.open({ incidentId: incident.id });
  for (const { id } of postmortem.sections)
    await client.postmortems.editSection({ postmortemId: postmortem.id, id, markdown: SECTION });
  return postmortem.id;
}

async function bare(
  postmortemId: string,
): Promise<{ child: ChildProcess; address: string; close(): Promise<void> }> {
  const log = { info() {}, warn() {}, error() {} };
  const joined = await joinPostgres({ dataFolder: environment.AFTERWORD_DATA, log });
  const script = fileURLToPath(new URL('child/bareRoutes.ts', import.meta.url));
  const child = spawn(process.execPath, [script, JSON.stringify(joined.connection), postmortemId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, address: String(address).trim(), close: () => joined.stop() };
}

try {
  const first = await serve();
  await anonymousClient(SERVER).setup.complete({ token: TOKEN, ...ACCOUNT });
  const { client, cookie } = await signIn(SERVER, ACCOUNT);
  const postmortemId = await makePostmortem(client);
  await end(first.child);

  const { child, ms } = await serve();
  process.stdout.write(
    `  first start ${(first.ms / 1000).toFixed(2)} s, second start ${(ms / 1000).toFixed(2)} s (bar 3)\n`,
  );
  await wait(5_000);
  process.stdout.write(`  idle, database included: ${Math.round(memoryOf(child.pid!))} MiB (bar 250)\n`);

  const peer = await bare(postmortemId);
  const rounds: Record<'constant' | 'row' | 'get', Load>[] = [];
  // The first round only warms up: both must have compiled what they run.
  for (let round = 0; round <= ROUNDS; round++)
    rounds.push({
      constant: await load(`${peer.address}/constant`),
      row: await load(`${peer.address}/row`),
      get: await load(`${SERVER}/api/v1/postmortems/${postmortemId}`, { headers: { cookie } }),
    });
  const measured = rounds.slice(1);
  const ratioOf = ({ get, row }: (typeof rounds)[0]) => get.requests.average / row.requests.average;
  const ratio = median(measured.map(ratioOf));
  const { constant, row, get } = measured.find(round => ratioOf(round) === ratio)!;
  show('Fastify alone, from memory', constant);
  show('Fastify alone, row and text by key', row);
  show(
    'one postmortem: session, permission, ETag',
    get,
    `  ${ratio.toFixed(2)} × row and text (bar 0.5), ${(get.requests.average / constant.requests.average).toFixed(2)} × memory`,
  );
  peer.child.kill();
  await peer.close();

  const ids: string[] = [];
  for (let count = 0; count < INCIDENTS; count++)
    ids.push((await client.incidents.declare({ title: `Incident ${count}`, severity: 'sev3' })).id);
  const writes: Load[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    writes.push(
      await load(SERVER, {
        requests: ids.map(id => ({
          method: 'POST',
          path: `/api/v1/incidents/${id}/notes`,
          headers: { cookie, origin: SERVER, 'content-type': 'application/json' },
          body: JSON.stringify({ body: 'Rolled back; watching the error rate.' }),
        })),
      }),
    );
  const [write] = writes
    .slice(1)
    .sort((a, b) => a.requests.average - b.requests.average)
    .slice(ROUNDS >> 1);
  show('a note added, durable and audited', write!, '  (bar 1 000/s)');
  await end(child);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
