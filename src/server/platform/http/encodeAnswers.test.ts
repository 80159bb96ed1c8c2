import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../../test/harness/server.ts';
import { encode } from './contentCoding.ts';

const DECODE = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync };
const CHROME = 'gzip, deflate, br, zstd';

let server: TestServer;
let person: TestPerson;
let port: number;
let serviceId: string;
let path: string;

/** As it comes over the wire: nothing is decoded, nothing is sent that was not asked for. */
async function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
  const asked = request({ port, path, method, headers: { 'x-test-person': person.id, ...headers } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode!, headers: answer.headers, body: await buffer(answer) };
}

beforeAll(async () => {
  server = await startTestServer();
  person = await server.as({ roles: ['administrator'] });
  serviceId = (await person.client.services.add({ name: 'checkout', tier: 1 })).id;
  const incident = await person.client.incidents.declare({
    title: 'Nobody can pay',
    summary: 'Cards are refused, one after the other. '.repeat(40),
    severity: 'sev2',
    serviceIds: [serviceId],
  });
  path = `/api/v1/incidents/${incident.id}`;
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  port = (server.app.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

test.each([
  [CHROME, 'zstd'],
  ['gzip, deflate, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['*', 'zstd'],
  ['zstd;q=0.2, identity', undefined],
  ['zstd;q=0, br;q=0, gzip;q=0', undefined],
  ['compress', undefined],
  [undefined, undefined],
] as const)('who takes “%s” is answered with %s', async (accepted, coding) => {
  const plain = await ask(path);
  const answer = await ask(path, accepted ? { 'accept-encoding': accepted } : {});
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
  expect(answer.headers.vary).toContain('accept-encoding');
  const body = coding ? DECODE[coding](answer.body) : answer.body;
  expect(body.equals(plain.body)).toBe(true);
  if (coding) expect(answer.body.length).toBeLessThan(plain.body.length / 2);
});

test('each coding has a tag of its own, and whoever has it gets nothing again', async () => {
  const tags = new Set<string>();
  for (const accepted of ['identity', 'gzip', 'br', 'zstd']) {
    const asks = { 'accept-encoding': accepted };
    const { headers } = await ask(path, asks);
    tags.add(headers.etag!);
    for (const known of [headers.etag!, `"1", ${headers.etag}`, `W/${headers.etag}`, '*']) {
      const again = await ask(path, { ...asks, 'if-none-match': known });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
      expect(again.headers).toMatchObject({ etag: headers.etag, vary: headers.vary });
      expect(again.headers['cache-control']).toBe('no-store');
      expect(again.headers['content-encoding']).toBeUndefined();
    }
  }
  expect(tags.size).toBe(4);
});

test('a tag tells apart what others changed, though the version is the same', async () => {
  const before = await ask(path);
  await person.client.services.edit({ id: serviceId, name: 'checkout-eu' });
  const after = await ask(path, { 'if-none-match': before.headers.etag! });
  expect(after.status).toBe(200);
  expect(String(after.body)).toContain('checkout-eu');
  expect(JSON.parse(String(after.body)).version).toBe(JSON.parse(String(before.body)).version);
});

test('an edit is based on a version, in whatever coding that was read', async () => {
  const { headers } = await ask(path, { 'accept-encoding': 'br' });
  const id = path.split('/').at(-1)!;
  const edit = (ifMatch: string) =>
    person.send('PATCH', `/incidents/${id}`, {
      body: { severity: 'sev1' },
      headers: { 'if-match': ifMatch },
    });
  expect((await edit(headers.etag!)).status).toBe(200);
  expect((await edit(headers.etag!)).status).toBe(412);
});

test('HEAD says what GET would, and sends nothing', async () => {
  const asks = { 'accept-encoding': 'gzip' };
  const got = await ask(path, asks);
  const head = await ask(path, asks, 'HEAD');
  expect(head.status).toBe(200);
  expect(head.body.length).toBe(0);
  for (const name of ['etag', 'vary', 'content-type', 'content-length', 'content-encoding'])
    expect(head.headers[name]).toBe(got.headers[name]);
  expect((await ask('/api/v1/events', {}, 'HEAD')).status).toBe(200);
  expect((await ask('/api/v1/audit/export', {}, 'HEAD')).body.length).toBe(0);
});

test.each([
  ['what fits in one packet', '/api/v1/people/me', {}],
  ['what another site made a browser ask', '', { 'sec-fetch-site': 'cross-site' }],
  ['what a neighbour of the same site made a browser ask', '', { 'sec-fetch-site': 'same-site' }],
  ['a refusal', '/api/v1/incidents/INC-999', {}],
  ['what is streamed as a file to keep', '/api/v1/audit/export', {}],
])('%s stays as it is', async (_, asked, headers) => {
  const answer = await ask(asked || path, { 'accept-encoding': CHROME, ...headers });
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.body.length).toBeGreaterThan(0);
});

test('events are sent as they come', async () => {
  const asked = request({
    port,
    path: '/api/v1/events',
    headers: { 'x-test-person': person.id, 'accept-encoding': CHROME },
  }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.headers['content-type']).toBe('text/event-stream');
  expect(answer.headers['content-encoding']).toBeUndefined();
  asked.destroy();
});

test('the description of all operations shrinks to a sixth and less', async () => {
  const { body } = await ask('/api/v1/openapi.json');
  for (const coding of ['zstd', 'br', 'gzip'] as const)
    expect((await encode(body, coding)).length).toBeLessThan(body.length / 6);
});
