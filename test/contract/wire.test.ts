import { createHash } from 'node:crypto';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLE_NAMES } from '../../src/contract/roles.ts';
import { startTestServer, type TestPerson, type TestServer } from '../harness/server.ts';

/** How long a request may take on a machine that does much else, in milliseconds. */
const PATIENCE = 10_000;

let server: TestServer;
let person: TestPerson;
let port: number;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.as({ roles: ROLE_NAMES });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  port = (server.app.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

interface Said {
  /** The request line and headers, without the end of them. */
  head: readonly string[];
  body?: string | Buffer;
  /** What becomes of the connection after that: closed on our side, or torn; else it is held open. */
  ending?: 'end' | 'tear';
}

const open = (): Socket => connect({ host: '127.0.0.1', port }).on('error', () => undefined);

const write = (socket: Socket, { head, body = '' }: Said): void => {
  const lines = [...head, 'host: afterword.test', `x-test-person: ${person.id}`, '', ''];
  socket.write(Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), Buffer.from(body)]));
};

/** Says something by hand; gives the beginning of the answer, empty for a connection that is closed without one. */
async function hear(said: Said): Promise<string> {
  const socket = open();
  const done = Promise.withResolvers<string>();
  const timer = setTimeout(
    () => done.reject(new Error(`no answer to ${said.head[0]!.slice(0, 200)}`)),
    PATIENCE,
  );
  socket.once('data', data => done.resolve(data.toString('latin1')));
  socket.once('close', () => done.resolve(''));
  write(socket, said);
  if (said.ending === 'end') socket.end();
  if (said.ending === 'tear') socket.destroy();
  return done.promise.finally(() => {
    clearTimeout(timer);
    socket.destroy();
  });
}

/** The same; gives the answer's status, 0 for none. */
const say = async (said: Said): Promise<number> =>
  Number(/^HTTP\/1.1 (\d{3})/.exec(await hear(said))?.[1] ?? 0);

const isAlive = async (): Promise<void> => {
  expect(await say({ head: ['GET /api/v1/services?limit=1 HTTP/1.1'] })).toBe(200);
};

const VALUES = [
  '',
  '"1',
  '""',
  'W/',
  '*, *',
  '"99999999999999999999"',
  '-1',
  '0x1',
  '1e999',
  'NaN',
  '9007199254740993',
  '\u00e9\u00ff\u0080',
  'tab\tin it',
  '%00%ff',
  "'; drop table incident; --",
  '__proto__',
  '{"a":1}',
  'Bearer',
  'Bearer  a  b',
  'Bearer \u00ff',
  'Basic ===',
  'bytes=-1,5-2',
  'a'.repeat(10_000),
  ','.repeat(5_000),
  '"1",'.repeat(2_500),
  '\u0001',
  '\u007f',
];
const JSON_TYPE = 'content-type: application/json';
const ask = (line: string, body = ''): Said => ({
  head: [`${line} HTTP/1.1`, ...(body && [JSON_TYPE, `content-length: ${body.length}`])],
  body,
});
const someService = '/api/v1/services/0195571a-8c00-7000-8000-000000000001';

/** What each header could do harm to. */
const HEADERS: Record<string, () => Said> = {
  'if-match': () => ask(`PATCH ${someService}`, '{"tier":1}'),
  'if-none-match': () => ask('GET /api/v1/services'),
  'idempotency-key': () => ask('POST /api/v1/services', `{"name":"s${crypto.randomUUID()}","tier":1}`),
  'last-event-id': () => ask('GET /api/v1/events'),
  authorization: () => ask('GET /api/v1/services'),
  cookie: () => ask('GET /api/v1/services'),
  origin: () => ask('POST /api/v1/services', `{"name":"s${crypto.randomUUID()}","tier":1}`),
  range: () => ask('GET /api/v1/openapi.json'),
  accept: () => ask('GET /api/v1/services'),
  'accept-encoding': () => ask('GET /api/v1/services'),
  'content-type': () => ask('POST /api/v1/services', '{"name":"x","tier":1}'),
  'content-encoding': () => ask('POST /api/v1/services', '{"name":"x","tier":1}'),
  'x-forwarded-for': () => ask('GET /api/v1/services'),
  expect: () => ask('GET /api/v1/services'),
  upgrade: () => ask('GET /api/v1/services'),
  'mcp-session-id': () => ask('POST /mcp', '{}'),
};

test.each(Object.keys(HEADERS))(
  'whatever stands in %s, there is an answer that blames nobody else',
  async name => {
    const wrong: string[] = [];
    for (const value of VALUES) {
      const { head, ...rest } = HEADERS[name]!();
      const status = await say({ ...rest, head: [...head, `${name}: ${value}`] });
      if (!(status >= 200 && status < 500)) wrong.push(`${value.slice(0, 40)}: ${status}`);
    }
    expect(wrong).toEqual([]);
  },
);

test('an address of any length is answered', async () => {
  for (const length of [2_000, 8_000, 15_000, 100_000, 1_000_000]) {
    const status = await say({ head: [`GET /api/v1/services?name=${'a'.repeat(length)} HTTP/1.1`] });
    expect([422, 431], String(length)).toContain(status);
  }
});

test.each([
  ['a header without an end', `GET /?${'a'.repeat(100_000)} HTTP/1.1`, 431, 'too_large'],
  ['no HTTP at all', 'EHLO afterword.test', 400, 'invalid'],
])('%s is told so in the form of every refusal', async (_, line, status, code) => {
  const [head, body] = (await hear({ head: [line] })).split('\r\n\r\n');
  expect(head).toMatch(`HTTP/1.1 ${status} `);
  expect(head).toMatch('content-type: application/problem+json');
  expect(JSON.parse(body!)).toMatchObject({
    status,
    code,
    instance: expect.stringMatching(/^[\da-f-]{36}$/),
  });
});

test('who is not known is told how to sign in', async () => {
  const answer = await server.app.inject('/api/v1/services');
  expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="Afterword"']);
});

describe('a body that is not what its headers say', () => {
  const post = 'POST /api/v1/services HTTP/1.1';
  const cases: Record<string, Said & { status: readonly number[] }> = {
    'chunks without an end, torn': {
      head: [post, JSON_TYPE, 'transfer-encoding: chunked'],
      body: 'a\r\n{"name":"x',
      ending: 'tear',
      status: [0],
    },
    'chunks without an end, closed': {
      head: [post, JSON_TYPE, 'transfer-encoding: chunked'],
      body: 'a\r\n{"name":"x',
      ending: 'end',
      status: [0, 400, 422],
    },
    'a chunk of no size': {
      head: [post, JSON_TYPE, 'transfer-encoding: chunked'],
      body: 'zz\r\n{}\r\n0\r\n\r\n',
      status: [0, 400, 422],
    },
    'a chunk larger than it says': {
      head: [post, JSON_TYPE, 'transfer-encoding: chunked'],
      body: '2\r\n{"name":"x"}\r\n0\r\n\r\n',
      status: [0, 400, 422],
    },
    'less than its length': {
      head: [post, JSON_TYPE, 'content-length: 100'],
      body: '{"name":',
      ending: 'end',
      status: [0, 400, 422],
    },
    'two lengths': {
      head: [post, JSON_TYPE, 'content-length: 2', 'content-length: 3'],
      body: '{} ',
      status: [400],
    },
    'a length and chunks': {
      head: [post, JSON_TYPE, 'content-length: 2', 'transfer-encoding: chunked'],
      body: '0\r\n\r\n',
      status: [400],
    },
    'a length below nothing': { head: [post, JSON_TYPE, 'content-length: -1'], status: [400] },
    'a length that is no number': { head: [post, JSON_TYPE, 'content-length: many'], status: [400] },
    'a coding that nobody knows': { head: [post, JSON_TYPE, 'transfer-encoding: pig'], status: [400, 501] },
  };
  test.each(Object.entries(cases))('%s', async (_, { status, ...said }) => {
    expect(status).toContain(await say(said));
    await isAlive();
  });
});

test('a part that breaks off half-way is as if it had not been sent', async () => {
  const { id: incidentId } = await person.client.incidents.declare({ title: 'Torn', severity: 'sev3' });
  const bytes = Buffer.alloc(300_000, 'line of a log\n');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { id } = await person.client.uploads.begin({ incidentId, name: 'app.log', bytes: bytes.length });
  const head = [
    `PUT /api/v1/uploads/${id}/parts/1?sha256=${sha256} HTTP/1.1`,
    'content-type: application/octet-stream',
    `content-length: ${bytes.length}`,
  ];
  for (const ending of ['tear', 'end'] as const)
    expect([0, 400, 422]).toContain(await say({ head, body: bytes.subarray(0, 100_000), ending }));
  await person.client.uploads.putPart({ id, number: 1, bytes: new Blob([bytes]), sha256 });
  expect(await person.client.uploads.complete({ id })).toMatchObject({ sha256 });
});

test('those who send slowly keep nobody waiting, and do not stay for ever', async () => {
  const slow = Array.from({ length: 200 }, open);
  const head = ['POST /api/v1/services HTTP/1.1', JSON_TYPE, 'content-length: 1000'];
  for (const socket of slow) write(socket, { head, body: '{' });
  await isAlive().finally(() => {
    for (const socket of slow) socket.destroy();
  });
  const { requestTimeout, headersTimeout } = server.app.server;
  for (const limit of [requestTimeout, headersTimeout]) {
    expect(limit).toBeGreaterThan(0);
    expect(limit).toBeLessThanOrEqual(300_000);
  }
});
