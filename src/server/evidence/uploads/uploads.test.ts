import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import { sha256Of, uploadFile } from '../../../../test/harness/uploadFile.ts';
import { PART_BYTES } from '../../../contract/uploads.ts';
import { unsealObject } from '../../../recorder/objects/sealObject.ts';
import { buildApp } from '../../buildApp.ts';
import { loadActor } from '../../platform/auth/loadActor.ts';
import { originalKey } from '../items/originals.ts';
import { discardParts } from './discardParts.ts';
import { expireUploads } from './expireUploads.ts';
import { partsPrefix } from './receivePart.ts';
import { PATIENCE } from './toUpload.ts';

let server: TestServer;
let responder: TestPerson;
let incidentId: string;

beforeAll(async () => {
  server = await startTestServer();
  responder = await server.as({ roles: ['responder'] });
});
beforeEach(async () => {
  const incident = await responder.client.incidents.declare({
    title: 'Searches took seconds',
    severity: 'sev2',
  });
  incidentId = incident.id;
});
afterAll(() => server.close());

const file = (bytes: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(bytes));

const begin = (bytes: Uint8Array, more: { sha256?: string } = {}) =>
  responder.client.uploads.begin({ incidentId, name: 'app.log', bytes: bytes.length, ...more });

const partOf = (bytes: Uint8Array<ArrayBuffer>, number: number): Blob =>
  new Blob([bytes.subarray((number - 1) * PART_BYTES, number * PART_BYTES)]);

const objectsBelow = (prefix: string) => Array.fromAsync(server.platform.objects.list(prefix));

async function originalOf(evidenceId: string): Promise<Buffer> {
  const row = await server.db
    .selectFrom('evidence')
    .select('sealedKey')
    .where('id', '=', evidenceId)
    .executeTakeFirstOrThrow();
  const key = originalKey(server.platform, incidentId);
  return buffer(await unsealObject(server.platform.objects, row.sealedKey, { key }));
}

test('a file arrives in parts, out of order, with a break, through two server processes', async () => {
  const bytes = file(2 * PART_BYTES + 12_345);
  const { id, partCount, received } = await begin(bytes, { sha256: sha256Of(bytes) });
  expect({ partCount, received }).toEqual({ partCount: 3, received: [] });
  await responder.client.uploads.putPart({ id, number: 3, bytes: partOf(bytes, 3) });

  // The connection breaks in the middle of a part.
  const other = await buildApp({
    platform: server.platform,
    authenticate: async () => (await loadActor(server.db, responder.id))!,
  });
  const address = await other.listen({ host: '127.0.0.1', port: 0 });
  const broken = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 100_000));
    },
    pull(controller) {
      controller.error(new Error('gone'));
    },
  });
  const url = `${address}/api/v1/uploads/${id}/parts/1`;
  const headers = { 'content-type': 'application/octet-stream' };
  const sent = fetch(url, { method: 'PUT', headers, body: broken, duplex: 'half' } as RequestInit);
  await expect(sent).rejects.toThrow();

  // Another process says what is there, and takes the rest.
  const known = await responder.client.uploads.get({ id });
  expect(known.received.map(({ number }) => number)).toEqual([3]);
  for (const number of [2, 1]) {
    const answer = await fetch(`${address}/api/v1/uploads/${id}/parts/${number}`, {
      method: 'PUT',
      headers,
      body: partOf(bytes, number),
    });
    expect(answer.status).toBe(200);
  }
  await other.close();

  const item = await responder.client.uploads.complete({ id });
  expect(item).toMatchObject({
    name: 'app.log',
    bytes: bytes.length,
    sha256: sha256Of(bytes),
    removal: null,
  });
  expect((await originalOf(item.id)).equals(bytes)).toBe(true);
  // Asked again, because the answer was lost: the same.
  expect(await responder.client.uploads.complete({ id })).toEqual(item);

  await discardParts({ uploadId: id } as never, { platform: server.platform } as never);
  expect(await objectsBelow(partsPrefix(id))).toEqual([]);
});

test('an empty file is evidence, too', async () => {
  const { sha256, bytes } = await uploadFile(responder.client, incidentId, { name: 'empty', bytes: file(0) });
  expect({ sha256, bytes }).toEqual({ sha256: sha256Of(Buffer.alloc(0)), bytes: 0 });
});

test('nothing lies unsealed in the store at any time', async () => {
  const bytes = new TextEncoder().encode('a very secret line\n'.repeat(1_000));
  const { id } = await begin(bytes);
  await responder.client.uploads.putPart({ id, number: 1, bytes: new Blob([bytes]) });
  await responder.client.uploads.complete({ id });
  for (const prefix of [partsPrefix(id), `evidence/${incidentId}`])
    for (const { key } of await objectsBelow(prefix))
      expect((await buffer(await server.platform.objects.get(key))).subarray(0, 8).toString()).toBe(
        'AWSEAL1\n',
      );
});

test('bytes that are not those that were announced are refused', async () => {
  const bytes = file(1_000);
  const { id } = await begin(bytes, { sha256: sha256Of(file(10)) });
  const put = (sent: Uint8Array<ArrayBuffer>, sha256?: string) =>
    responder.client.uploads.putPart({ id, number: 1, bytes: new Blob([sent]), ...(sha256 && { sha256 }) });
  await expect(put(bytes, sha256Of(file(1)))).rejects.toMatchObject({ code: 'invalid' });
  await expect(put(file(999))).rejects.toMatchObject({ code: 'invalid' });
  await expect(put(file(1_001))).rejects.toMatchObject({ code: 'too_large' });
  await expect(responder.client.uploads.complete({ id })).rejects.toMatchObject({ code: 'conflict' });
  await put(bytes);
  await expect(responder.client.uploads.complete({ id })).rejects.toMatchObject({ code: 'invalid' });
  expect((await responder.client.evidence.list({ incidentId })).items).toEqual([]);
  expect(await objectsBelow(`evidence/${incidentId}`)).toEqual([]);
});

test('a file that is too large, a part that is none, a body that is JSON are refused', async () => {
  const { mostEvidenceBytes } = server.platform;
  const large = responder.client.uploads.begin({ incidentId, name: 'x', bytes: mostEvidenceBytes + 1 });
  await expect(large).rejects.toMatchObject({ code: 'too_large' });
  const { id } = await begin(file(10));
  const second = responder.client.uploads.putPart({ id, number: 2, bytes: new Blob(['x']) });
  await expect(second).rejects.toMatchObject({ code: 'invalid' });
  const { status, body } = await responder.send('PUT', `/uploads/${id}/parts/1`, { body: { bytes: 'x' } });
  expect({ status, code: body.code }).toEqual({ status: 422, code: 'invalid' });
});

test('a part that is sent again takes the place of the one before', async () => {
  const bytes = file(500);
  const { id } = await begin(bytes);
  await responder.client.uploads.putPart({ id, number: 1, bytes: new Blob([file(500)]) });
  await responder.client.uploads.putPart({ id, number: 1, bytes: new Blob([bytes]) });
  const item = await responder.client.uploads.complete({ id });
  expect((await originalOf(item.id)).equals(bytes)).toBe(true);
});

test('the same bytes are evidence of an incident once', async () => {
  const bytes = file(100);
  const first = await uploadFile(responder.client, incidentId, { name: 'one.log', bytes });
  await expect(begin(bytes, { sha256: sha256Of(bytes) })).rejects.toMatchObject({ code: 'conflict' });
  const { id } = await begin(bytes);
  await responder.client.uploads.putPart({ id, number: 1, bytes: new Blob([bytes]) });
  await expect(responder.client.uploads.complete({ id })).rejects.toThrow('one.log');
  const { items } = await responder.client.evidence.list({ incidentId });
  expect(items).toEqual([first]);
});

test('of two that complete an upload at once, both get the one item', async () => {
  const bytes = file(3_000);
  const { id } = await begin(bytes);
  await responder.client.uploads.putPart({ id, number: 1, bytes: new Blob([bytes]) });
  const [one, other] = await Promise.all([1, 2].map(() => responder.client.uploads.complete({ id })));
  expect(one).toEqual(other);
  expect(await objectsBelow(`evidence/${incidentId}`)).toHaveLength(1);
});

test('an upload can be given up, and is given up when nothing comes for days', async () => {
  const cancelled = await begin(file(10));
  await responder.client.uploads.cancel({ id: cancelled.id });
  const silent = await begin(file(10));
  server.clock.forward(PATIENCE + 1_000);
  const awake = await begin(file(10));
  await expireUploads({} as never, { platform: server.platform } as never);
  const states = await Promise.all(
    [cancelled, silent, awake].map(async ({ id }) => (await responder.client.uploads.get({ id })).state),
  );
  expect(states).toEqual(['cancelled', 'expired', 'open']);
  const late = responder.client.uploads.putPart({
    id: silent.id,
    number: 1,
    bytes: new Blob(['0123456789']),
  });
  await expect(late).rejects.toMatchObject({ code: 'conflict' });
  const { items } = await responder.client.uploads.list({ incidentId });
  expect(items.map(({ id }) => id)).toEqual([awake.id]);
});

test('every step is on record, and only contributors upload', async () => {
  const bytes = file(10);
  await uploadFile(responder.client, incidentId, { name: 'app.log', bytes });
  const { items } = await responder.client.incidents.activity({ id: incidentId });
  expect(items.map(({ operation }) => operation)).toEqual([
    'uploads.complete',
    'uploads.begin',
    'incidents.declare',
  ]);
  const viewer = await server.as({ roles: ['viewer'] });
  const refused = viewer.client.uploads.begin({ incidentId, name: 'x', bytes: 1 });
  await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
});
