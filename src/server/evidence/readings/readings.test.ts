import { readdir, readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOutage } from '../../../../test/builders/incidents/apiOutage.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import { until } from '../../../../test/harness/until.ts';
import { uploadFile } from '../../../../test/harness/uploadFile.ts';
import { jobs } from '../../allJobs.ts';
import { releaseJobsOfTheDead } from '../../platform/jobs/liveness.ts';
import { type RunningJobs, startJobs } from '../../platform/jobs/startJobs.ts';

const EXAMPLE = fileURLToPath(new URL('../../../../examples/train-ticket/evidence', import.meta.url));

let server: TestServer;
let responder: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'], name: 'Ada' });
});
afterAll(() => server.close());

const run = (): Promise<RunningJobs> => {
  const { platform, pool } = server;
  return startJobs({ platform, pool, jobs, schedule: [], concurrency: 2, isAlone: true });
};

async function withJobs<T>(work: () => Promise<T>): Promise<T> {
  const running = await run();
  try {
    return await work();
  } finally {
    await running.stop();
  }
}

const declare = async (): Promise<string> =>
  (await responder.client.incidents.declare({ title: 'Searches took seconds', severity: 'sev2' })).id;

const uploadText = (incidentId: string, name: string, text: string) =>
  uploadFile(responder.client, incidentId, { name, bytes: new TextEncoder().encode(text) });

/** The newest reading, once it is over. */
const readingOf = (incidentId: string) =>
  until(
    async () => {
      const [newest] = (await responder.client.readings.list({ incidentId })).items;
      return newest && newest.state !== 'waiting' && newest.state !== 'running' ? newest : undefined;
    },
    { withinMs: 60_000, what: 'a reading that is over' },
  );

const lines = (from: number, count: number, who = 'ada.lovelace@example.com'): string =>
  Array.from({ length: count }, (_, n) => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, 0, from + n)).toISOString();
    return `${at} ${n % 10 === 0 ? 'ERROR' : 'INFO'} login of ${who} took ${n} ms\n`;
  }).join('');

describe('the example', () => {
  let incidentId: string;
  let events: { state: string; share: number; stage: string | null }[];
  beforeAll(async () => {
    incidentId = await declare();
    const paths = (await readdir(EXAMPLE, { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name));
    for (const path of paths)
      await uploadFile(responder.client, incidentId, {
        name: path.slice(EXAMPLE.length + 1),
        bytes: new Uint8Array(await readFile(path)),
      });
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const following = follow(incidentId);
    await withJobs(() => readingOf(incidentId));
    events = await following;
  }, 120_000);

  /** Server-sent events of the newest reading, from a socket, until the stream ends. */
  async function follow(id: string) {
    const { port } = server.app.server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/incidents/${id}/readings/follow`, {
      headers: { 'x-test-person': responder.id },
    });
    const text = await answer.text();
    return Array.from(text.matchAll(/^event: message\n(?:id: .*\n)?data: (.*)$/gm), match =>
      JSON.parse(match[1]!),
    );
  }

  test('is read once for all uploads, and its progress was told in order, by whichever process', () => {
    const shares = events.map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(events[0]).toMatchObject({ state: 'waiting', share: 0 });
    expect(events.at(-1)).toMatchObject({ state: 'done', share: 1 });
    expect(new Set(events.map(({ stage }) => stage)).size).toBeGreaterThan(2);
  });

  test('gives coverage, suspects, clocks, redactions and a draft', async () => {
    const { client } = responder;
    const { items } = await client.readings.list({ incidentId });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ version: 1, state: 'done', requestedBy: { name: 'Ada' } });
    const { suspects } = await client.readings.suspects({ incidentId });
    expect(suspects[0]).toMatchObject({ rank: 1, service: 'ts-basic-service' });
    const coverage = await client.readings.coverage({ incidentId, limit: 200 });
    const sum = coverage.items.reduce((total, { records }) => total + records, 0);
    expect(sum).toBe(items[0]!.figures!.records);
    const { clocks } = await client.readings.clocks({ incidentId });
    expect(clocks.some(({ state }) => state === 'reference')).toBe(true);
    const draft = await client.drafts.get({ incidentId });
    expect(draft).toMatchObject({ format: 'afterword/bundle', title: 'Searches took seconds' });
    expect((await client.drafts.markdown({ incidentId })).markdown).toContain('ts-basic-service');
    const page = (await client.drafts.page({ incidentId })) as Blob;
    expect(await page.text()).toMatch(/^<!doctype html>/);
    const manifest = await ((await client.readings.manifest({ incidentId })) as Blob).text();
    expect(manifest.split('\n')[0]).toContain('afterword/manifest');
  });

  test('lists every replacement that the summary counts, in pages, without a value', async () => {
    const { rules } = await responder.client.readings.redactions({ incidentId });
    const seen = [];
    let cursor: string | null | undefined;
    do {
      const page = await responder.client.readings.replacements({
        incidentId,
        limit: 200,
        ...(cursor && { cursor }),
      });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(rules.reduce((sum, { replacements }) => sum + replacements, 0));
    for (const { token } of seen) expect(token).toMatch(/^‹[a-z-]+:[^›]+›$/);
  });

  test('fills a postmortem', async () => {
    const owner = await server.as({ roles: ['owner'] });
    const { items: templates } = await owner.client.templates.list({});
    const { id: postmortemId } = await owner.client.postmortems.open({
      incidentId,
      templateId: templates[0]!.id,
    });
    const { body } = await owner.send('GET', `/postmortems/${postmortemId}`);
    expect(JSON.stringify(body)).toContain('ts-basic-service');
  });
});

describe('a reading', () => {
  test('whose process is killed is run again, and ends as if nothing had been', async () => {
    const incidentId = await declare();
    await uploadText(incidentId, 'app.log', lines(0, 200));
    const [waiting] = (await responder.client.readings.list({ incidentId })).items;
    // A process that took the job and died: its worker holds it, its run is on the row, nothing is finished.
    await server.pool.query(
      `update graphile_worker._private_jobs set locked_by = 'worker-of-the-dead', locked_at = now(), attempts = 1`,
    );
    await server.pool.query(
      `update reading set state = 'running', run_id = gen_random_uuid(), share = 0.5 where id = $1`,
      [waiting!.id],
    );
    await releaseJobsOfTheDead(server.db, 0);
    const done = await withJobs(() => readingOf(incidentId));
    expect(done).toMatchObject({ id: waiting!.id, state: 'done', version: 1 });
    expect(done.figures).toMatchObject({ records: 200 });
  });

  test('proposes moments, and another one leaves them and what people said of them as they are', async () => {
    const incidentId = await declare();
    const { files } = apiOutage(1);
    for (const name of ['alerts.ndjson', 'app/checkout.log'])
      await uploadText(incidentId, name, String(files[name]));
    const momentsNow = async () => {
      const { items } = await responder.client.moments.list({ incidentId, limit: 200 });
      return items.map(({ id, at, title, state }) => ({ id, at, title, state }));
    };
    await withJobs(() => readingOf(incidentId));
    const before = await momentsNow();
    expect(before.length).toBeGreaterThan(0);
    await responder.client.moments.judge({ incidentId, ids: [before[0]!.id], state: 'kept' });
    await responder.client.readings.start({ incidentId });
    expect(await withJobs(() => readingOf(incidentId))).toMatchObject({ version: 2, state: 'done' });
    const after = await momentsNow();
    expect(after).toEqual(
      before.map((moment, place) => (place === 0 ? { ...moment, state: 'kept' } : moment)),
    );
  });

  test('gives a value the same token when evidence is added', async () => {
    const incidentId = await declare();
    const tokens = async () => {
      const { items } = await responder.client.readings.replacements({ incidentId });
      return new Set(items.filter(({ path }) => path === 'app.log').map(({ token }) => token));
    };
    await uploadText(incidentId, 'app.log', lines(0, 20));
    await withJobs(() => readingOf(incidentId));
    const before = await tokens();
    await uploadText(incidentId, 'more.log', lines(30, 20, 'grace.hopper@example.com'));
    await withJobs(() => readingOf(incidentId));
    expect(await tokens()).toEqual(before);
    const { items } = await responder.client.readings.replacements({ incidentId, token: [...before][0]! });
    expect(items).toHaveLength(20);
  });

  test('that runs is superseded by newer evidence, and ends nothing', async () => {
    const incidentId = await declare();
    await uploadText(incidentId, 'app.log', lines(0, 5_000));
    await withJobs(async () => {
      await until(async () => {
        const [newest] = (await responder.client.readings.list({ incidentId })).items;
        return newest?.state === 'running' ? newest : undefined;
      });
      await uploadText(incidentId, 'more.log', lines(0, 10, 'x'));
      await readingOf(incidentId);
    });
    const { items } = await responder.client.readings.list({ incidentId });
    expect(items.map(({ state, evidence }) => [state, evidence.length])).toEqual([
      ['done', 2],
      ['superseded', 1],
    ]);
  });

  test('can be cancelled, and the evidence stays', async () => {
    const incidentId = await declare();
    const item = await uploadText(incidentId, 'app.log', lines(0, 5_000));
    await withJobs(async () => {
      const running = await until(async () => {
        const [newest] = (await responder.client.readings.list({ incidentId })).items;
        return newest?.state === 'running' ? newest : undefined;
      });
      expect(await responder.client.readings.cancel({ id: running.id })).toMatchObject({
        state: 'cancelled',
      });
    });
    const [newest] = (await responder.client.readings.list({ incidentId })).items;
    expect(newest).toMatchObject({ state: 'cancelled', figures: null });
    expect((await responder.client.evidence.list({ incidentId })).items).toEqual([item]);
    await expect(responder.client.readings.cancel({ id: newest!.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(responder.client.records.search({ incidentId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('of what nobody can read fails with a plain reason and is not tried again', async () => {
    const incidentId = await declare();
    const bytes = new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(500, 1)]));
    await uploadFile(responder.client, incidentId, { name: 'picture.png', bytes });
    const failed = await withJobs(() => readingOf(incidentId));
    expect(failed).toMatchObject({ state: 'failed', evidence: [{ name: 'picture.png' }] });
    expect(failed.reason).toContain('picture.png');
    expect((await responder.client.incidents.activity({ id: incidentId })).items[0]).toMatchObject({
      operation: 'readings.fail',
      actor: { kind: 'system' },
    });
  });

  test('takes a zone and a window that a person gives, and refuses what is none', async () => {
    const incidentId = await declare();
    await uploadText(incidentId, 'app.log', lines(0, 20).replaceAll(/T(.*?)\.000Z/g, ' $1'));
    const start = (options: object) => responder.client.readings.start({ incidentId, ...options });
    await expect(start({ zone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(start({ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await start({ zone: '+02:00' });
    const done = await withJobs(() => readingOf(incidentId));
    expect(done.options).toEqual({ zone: '+02:00' });
    const { items } = await responder.client.records.search({ incidentId, limit: 1 });
    expect(items[0]).toMatchObject({ at: '2025-12-31T22:00:00Z' });
  });
});
