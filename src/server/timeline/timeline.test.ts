import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { until } from '../../../test/harness/until.ts';
import { uploadFile } from '../../../test/harness/uploadFile.ts';
import type { EventColumns } from '../../core/chart/eventColumns.ts';
import { unpackEvents } from '../../core/chart/unpackEvents.ts';
import { LEVELS } from '../../core/document/schema/words.ts';
import { parseInstant } from '../../core/instant.ts';
import { readEvents } from '../../recorder/records/readEvents.ts';
import { jobs } from '../allJobs.ts';
import { findFile } from '../evidence/readings/store.ts';
import { startJobs } from '../platform/jobs/startJobs.ts';

const LINES = 400;
const atOf = (line: number): string => new Date(Date.UTC(2026, 0, 1, 12, 0, 0, line * 250)).toISOString();
/** From the middle on a new kind of line comes. */
const textOf = (line: number): string =>
  line >= 200 && line % 50 === 0 ? `=cmd() pool exhausted after ${line} waits` : `served order ${line}`;
const LOG = Array.from(
  { length: LINES },
  (_, line) => `${atOf(line)} ${line % 20 === 0 ? 'ERROR' : 'INFO'} ${textOf(line)}\n`,
).join('');

let server: TestServer;
let responder: TestPerson;
let incidentId: string;
let readingId: string;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'] });
  const { platform, pool } = server;
  const running = await startJobs({ platform, pool, jobs, schedule: [], concurrency: 1, isAlone: true });
  incidentId = (await responder.client.incidents.declare({ title: 'Orders stall', severity: 'sev2' })).id;
  await uploadFile(responder.client, incidentId, {
    name: 'orders.log',
    bytes: new TextEncoder().encode(LOG),
  });
  const done = await until(
    async () =>
      (await responder.client.readings.list({ incidentId })).items.find(({ state }) => state === 'done'),
    { withinMs: 60_000, what: 'a reading' },
  );
  readingId = done.id;
  await running.stop();
});
afterAll(() => server.close());

function unpack(bytes: Uint8Array): EventColumns {
  const work = unpackEvents(bytes);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const eventsOf = async (input: { from?: string; to?: string } = {}): Promise<EventColumns> => {
  const file = (await responder.client.timeline.events({ incidentId, ...input })) as Blob;
  return unpack(new Uint8Array(await file.arrayBuffer()));
};

describe('the events of a timeline', () => {
  test('are the records, each where and when it was', async () => {
    const columns = await eventsOf();
    const { items } = await responder.client.records.search({ incidentId, limit: 200 });
    expect(columns.count).toBe(LINES);
    expect(columns.omitted).toBe(0);
    for (const [place, record] of items.entries()) {
      expect(columns.number[place]).toBe(record.number);
      expect(columns.at[place]).toBe(parseInstant(record.at!));
      expect(LEVELS[columns.level[place]!]).toBe(record.level);
      expect(columns.lanes[columns.lane[place]!]).toEqual({ source: record.source, service: record.service });
    }
  });

  test('come compressed to whoever takes that, and are the same', async () => {
    const path = `/incidents/${incidentId}/timeline/events`;
    const answer = await responder.send('GET', path, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe('gzip');
    const plain = await responder.send('GET', path);
    expect(plain.headers['content-encoding']).toBeUndefined();
  });

  test('can be those of a stretch of time', async () => {
    const columns = await eventsOf({ from: atOf(100), to: atOf(120) });
    expect(columns.count).toBe(20);
  });

  test('are a sample when they are too many: errors stay, and it says how many are left out', async () => {
    const file = await findFile(server.db, readingId, 'evidence/records.parquet');
    const columns = await readEvents(server.platform.archive, file!.objectKey, {}, 100);
    const errors = columns.level.filter(level => LEVELS[level] === 'error').length;
    expect(errors).toBe(LINES / 20);
    expect(columns.count).toBeLessThanOrEqual(100);
    expect(columns.count + columns.omitted).toBe(LINES);
  });
});

describe('what is asked of events', () => {
  test('their text comes by their numbers', async () => {
    const { number } = await eventsOf();
    const numbers = [number[3]!, number[250]!];
    const { texts } = await responder.client.timeline.texts({ incidentId, numbers });
    expect(texts).toEqual([
      { number: numbers[0], text: expect.stringContaining('served order 3') },
      { number: numbers[1], text: expect.stringContaining('pool exhausted after 250') },
    ]);
  });

  test('a search answers with numbers, in time', async () => {
    const { numbers, isCut } = await responder.client.timeline.matches({ incidentId, text: 'EXHAUSTED' });
    const { number } = await eventsOf();
    expect(numbers).toEqual([200, 250, 300, 350].map(line => number[line]));
    expect(isCut).toBe(false);
  });

  test('a stretch tells what is new in it, and only that', async () => {
    const ask = (from: number, to: number) =>
      responder.client.timeline.firsts({ incidentId, from: atOf(from), to: atOf(to) });
    expect((await ask(150, 260)).patterns).toMatchObject([
      {
        pattern: expect.stringContaining('pool exhausted after # waits'),
        records: 2,
        first: atOf(200).replace('.000Z', 'Z'),
      },
    ]);
    expect((await ask(260, 400)).patterns).toEqual([]);
  });
});

describe('the export', () => {
  test('holds the stretch as CSV that no spreadsheet runs, on record', async () => {
    const file = (await responder.client.timeline.csv({
      incidentId,
      from: atOf(198),
      to: atOf(202),
    })) as Blob;
    const [head, ...rows] = (await file.text()).trim().split('\n');
    expect(head).toMatch(/^at,uncertainty_us,level/);
    expect(rows).toHaveLength(4);
    expect(rows[2]).toContain("'=cmd()");
    const { rows: events } = await server.pool.query(
      `select incident_id from audit_event where operation = 'timeline.csv' and kind = 'export'`,
    );
    expect(events).toEqual([{ incident_id: incidentId }]);
  });
});

describe('a restricted incident', () => {
  test('has no timeline for those who may not see it', async () => {
    const hidden = await responder.client.incidents.declare({ title: 'Keys leaked', severity: 'sev1' });
    const security = await server.as({ roles: ['security'] });
    await security.client.incidents.restrict({ id: hidden.id, reason: 'Keys are still valid.' });
    const outsider = await server.as({ roles: ['responder', 'viewer'] });
    for (const path of ['timeline', 'timeline/events', 'timeline/matches?text=a', 'timeline/csv']) {
      const seen = await outsider.send('GET', `/incidents/${hidden.id}/${path}`);
      const absent = await outsider.send('GET', `/incidents/01890000-0000-7000-8000-000000000000/${path}`);
      expect([seen.status, seen.body.detail]).toEqual([404, absent.body.detail]);
    }
  });
});

test('an incident without evidence has an empty outline', async () => {
  const { id } = await responder.client.incidents.declare({ title: 'Just begun', severity: 'sev3' });
  expect(await responder.client.timeline.get({ incidentId: id })).toEqual({
    reading: null,
    window: null,
    gaps: [],
    series: [],
    phases: [],
  });
});
