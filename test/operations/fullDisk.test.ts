import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Client, createClient } from '../../src/client/createClient.ts';
import { contract } from '../../src/contract/index.ts';
import { prepareServer } from '../harness/prepareServer.ts';
import { mountSmallDisk, type SmallDisk } from '../harness/smallDisk.ts';
import { type Served, spawnServe } from '../harness/spawnServe.ts';
import { until } from '../harness/until.ts';
import { sha256Of } from '../harness/uploadFile.ts';

const MIB = 1024 * 1024;
/** Milliseconds in which every request is answered. */
const SOON = 2_000;

let disk: SmallDisk | undefined;
let checkpoints: string;
let served: Served | undefined;

beforeEach(async () => {
  disk = mountSmallDisk(260);
  checkpoints = await mkdtemp(join(tmpdir(), 'afterword-checkpoints-'));
});

afterEach(async () => {
  await served?.stop();
  served = undefined;
  disk?.remove();
  await rm(checkpoints, { recursive: true });
});

/** Takes all room but so many bytes; gives the file that did. */
async function fillDisk({ but = 0 } = {}): Promise<string> {
  const path = join(disk!.folder, 'somebody-elses');
  const file = await open(path, 'w');
  const block = Buffer.alloc(MIB, 1);
  let size = 0;
  for (let isFull = false; !isFull; ) {
    const written = await file.write(block).catch(() => ({ bytesWritten: 0 }));
    size += written.bytesWritten;
    isFull = written.bytesWritten < MIB;
  }
  await file.truncate(Math.max(0, size - but));
  await file.close();
  return path;
}

/** What came of a request, and that it came soon. */
async function ask(request: () => Promise<unknown>): Promise<'done' | string> {
  const began = performance.now();
  const answer = await request().then(
    () => 'done',
    error => `${error.code}: ${error.message}`,
  );
  expect(performance.now() - began).toBeLessThan(SOON);
  return answer;
}

const declare = (client: Client) => client.incidents.declare({ title: 'Trouble', severity: 'sev3' });

async function sendPart(client: Client, incidentId: string): Promise<void> {
  const bytes = Buffer.alloc(4 * MIB, 7);
  const { id } = await client.uploads.begin({ incidentId, name: 'x', bytes: bytes.length });
  await client.uploads.putPart({ id, number: 1, bytes: new Blob([bytes]), sha256: sha256Of(bytes) });
}

const isReady = async (): Promise<boolean> => (await fetch(`${served!.address}/readyz`)).ok;

test('a full disk refuses changes soon and plainly, and is got over without a restart', async context => {
  if (!disk) return context.skip();
  const environment = {
    AFTERWORD_DATA: join(disk.folder, 'data'),
    AFTERWORD_CHECKPOINTS: checkpoints,
    AFTERWORD_LOG_LEVEL: 'fatal',
  };
  const token = await prepareServer(environment);
  served = await spawnServe(environment);
  const client = createClient(contract, { server: served.address, token });
  const { id } = await declare(client);
  expect(await isReady()).toBe(true);

  const filler = await fillDisk();
  const acknowledged = [id];
  for (let n = 0; n < 60; n++) {
    const answer = await ask(async () => acknowledged.push((await declare(client)).id));
    if (answer !== 'done') expect(answer).toMatch(/^unavailable: .*(?:disk|database|started again)/i);
    const sent = await ask(() => sendPart(client, id));
    if (sent !== 'done') expect(sent).toMatch(/^unavailable: /);
  }
  await until(async () => ((await ask(() => declare(client))).includes('disk') ? true : undefined));
  expect(await ask(() => client.incidents.get({ id }))).toBe('done');
  await until(async () => ((await isReady()) ? undefined : true));

  await rm(filler);
  await until(async () => ((await ask(() => declare(client))) === 'done' ? true : undefined));
  await until(async () => ((await isReady()) ? true : undefined));
  expect(await ask(() => sendPart(client, id))).toBe('done');
  for (const known of acknowledged) await client.incidents.get({ id: known });
}, 120_000);

test('a server starts on a disk that is nearly full, and reads', async context => {
  if (!disk) return context.skip();
  const environment = {
    AFTERWORD_DATA: join(disk.folder, 'data'),
    AFTERWORD_CHECKPOINTS: checkpoints,
    AFTERWORD_LOG_LEVEL: 'fatal',
  };
  const token = await prepareServer(environment);
  served = await spawnServe(environment);
  const { id } = await declare(createClient(contract, { server: served.address, token }));
  await served.stop();
  await rm(join(environment.AFTERWORD_DATA, 'postgres', 'reserve'), { force: true });
  const filler = await fillDisk({ but: 12 * MIB });

  served = await spawnServe(environment);
  const client = createClient(contract, { server: served.address, token });
  expect(await ask(() => client.incidents.get({ id }))).toBe('done');
  expect(await ask(() => declare(client))).toMatch(/^unavailable: .*disk/);
  await rm(filler);
  await until(async () => ((await ask(() => declare(client))) === 'done' ? true : undefined));
  await until(async () => ((await isReady()) ? true : undefined));
}, 120_000);
