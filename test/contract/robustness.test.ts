import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERRORS } from '../../src/contract/errors.ts';
import { type JsonSchema, jsonSchemaOf } from '../../src/contract/jsonSchema.ts';
import { listOperations, type Operation } from '../../src/contract/listOperations.ts';
import { ROLE_NAMES } from '../../src/contract/roles.ts';
import { startTestServer, type TestPerson, type TestServer } from '../harness/server.ts';
import { makeNouns, type Nouns, withIds } from './makeNouns.ts';
import { mutationsOf } from './mutations.ts';
import { requestFor, smallestInput } from './requestFor.ts';

const corpus = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(`../corpus/${path}`, import.meta.url), 'utf8')) as T;
const NAUGHTY = corpus<readonly string[]>('blns/blns.json');
const JSON_CASES = Object.entries(corpus<Record<string, string>>('jsontestsuite/cases.json')).map(
  ([name, base64]) => ({ name, bytes: Buffer.from(base64, 'base64') }),
);

/** Streams are tested where they are made; here a request must end. */
const OPERATIONS = listOperations().filter(({ isStream }) => !isStream);
const schemaOf = ({ input }: Operation): JsonSchema => (input ? jsonSchemaOf(input, 'input') : {});

let server: TestServer;
let person: TestPerson;
let nouns: Nouns;

beforeAll(async () => {
  server = await startTestServer();
  person = await server.as({ roles: ROLE_NAMES });
  nouns = await makeNouns(person);
});
afterAll(() => server.close());

const rightInput = (operation: Operation) => withIds(operation, smallestInput(operation), nouns);

/** What is wrong with an answer, if anything: a failure must be one of the eight, and say what to do. */
async function faultOf(what: string, request: InjectOptions, triesLeft = 20): Promise<string[]> {
  const response = await server.app.inject({
    ...request,
    headers: { 'x-test-person': person.id, ...request.headers },
  });
  const { statusCode: status, headers } = response;
  // A busy machine may be told to come back; what is tested here is what comes then.
  if (status === 503 && headers['retry-after'] && triesLeft > 0) {
    await setTimeout(250);
    return faultOf(what, request, triesLeft - 1);
  }
  if (status < 400) return [];
  const shown = `${what}: ${status} ${response.body.slice(0, 200)}`;
  if (status >= 500 || !headers['content-type']?.toString().startsWith('application/problem+json'))
    return [shown];
  const { code, detail } = response.json();
  return code in ERRORS && detail.length > 20 ? [] : [shown];
}

/** Does the work for each, some at once, as their waits for the database overlap; and gathers what was found. */
async function collect<T>(things: Iterable<T>, find: (thing: T) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  const left = Iterator.from(things);
  const work = async () => {
    for (const thing of left) found.push(...(await find(thing)));
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return found;
}

const faultsOf = (requests: Iterable<[what: string, request: InjectOptions]>): Promise<string[]> =>
  collect(requests, ([what, request]) => faultOf(what, request));

const shortened = (value: unknown): string => JSON.stringify(value)?.slice(0, 120) ?? 'nothing';

test('inputs that are wrong in one place are refused with a reason', async () => {
  const requests = OPERATIONS.values().flatMap(operation =>
    Iterator.from(mutationsOf(schemaOf(operation), rightInput(operation), 10)).map(
      (input): [string, InjectOptions] => [
        `${operation.name} ${shortened(input)}`,
        requestFor(operation, input) as InjectOptions,
      ],
    ),
  );
  expect(await faultsOf(requests)).toEqual([]);
});

/** Fields of the first level that hold free text, and how much of it. */
const textFields = (operation: Operation): [string, number][] =>
  Object.entries(schemaOf(operation).properties ?? {}).flatMap(
    ([name, { type, format, maxLength, enum: choices }]) =>
      type === 'string' && !format && !choices && !operation.pathFields.includes(name)
        ? [[name, maxLength!]]
        : [],
  );

/** The input with one naughty string in each of its texts, beginning at a place of the list. */
function withNaughty(operation: Operation, begin: number): Record<string, unknown> {
  const texts = textFields(operation).map(([name, most], index) => {
    const text = NAUGHTY[(begin + index) % NAUGHTY.length]!;
    return [name, text.slice(0, most)];
  });
  return { ...(rightInput(operation) as object), ...Object.fromEntries(texts) };
}

test('naughty strings are taken or refused, by every operation', async () => {
  const requests = OPERATIONS.values()
    .filter(operation => textFields(operation).length > 0)
    .flatMap((operation, at) =>
      Array.from({ length: 9 }, (_, index): [string, InjectOptions] => {
        const input = withNaughty(operation, at * 37 + index * 57);
        return [`${operation.name} ${shortened(input)}`, requestFor(operation, input) as InjectOptions];
      }),
    );
  expect(await faultsOf(requests)).toEqual([]);
});

/** An operation that makes something, the texts it is given, and how to read what it made. */
async function lossesOf(operation: Operation, begin: number): Promise<string[]> {
  const input = withNaughty(operation, begin);
  const { method, url, payload } = requestFor(operation, input);
  const made = await person.send(method, url.replace('/api/v1', ''), { body: payload });
  if (made.status !== 201) return [];
  const isReadable = OPERATIONS.some(
    ({ method, path }) => method === 'GET' && path === `${operation.path}/{id}`,
  );
  const read = isReadable && (await person.send('GET', `${operation.path}/${made.body.id}`));
  const answers = [made.body, ...(read ? [read.body] : [])];
  return textFields(operation).flatMap(([name]) =>
    answers
      .filter(answer => typeof answer[name] === 'string' && answer[name] !== input[name])
      .map(
        answer => `${operation.name} ${name}: ${shortened(input[name])} became ${shortened(answer[name])}`,
      ),
  );
}

test('naughty strings that were accepted come back byte for byte', async () => {
  const makers = OPERATIONS.filter(
    operation =>
      operation.successStatus === 201 && operation.secret.length === 0 && textFields(operation).length > 0,
  );
  expect(makers.length).toBeGreaterThan(0);
  // Between them they are given all, most of them several times.
  const rounds = Math.ceil((1.5 * NAUGHTY.length) / makers.length);
  const tries = makers
    .values()
    .flatMap((operation, at) =>
      Array.from({ length: rounds }, (_, index) => ({ operation, begin: at * rounds + index })),
    );
  expect(await collect(tries, ({ operation, begin }) => lossesOf(operation, begin))).toEqual([]);
});

test('bytes that may be JSON are parsed by the book, by every operation that takes a body', async () => {
  const takers = OPERATIONS.filter(({ method }) => method !== 'GET' && method !== 'DELETE');
  const requests = takers.values().flatMap((operation, at) =>
    // One operation is given all, the others every twentieth, in turn.
    JSON_CASES.filter((_case, index) => at === 0 || (index + at) % 20 === 0).map(
      ({ name, bytes }): [string, InjectOptions] => {
        const { method, url } = requestFor(operation, rightInput(operation));
        return [
          `${operation.name} ${name}`,
          { method, url, payload: bytes, headers: { 'content-type': 'application/json' } },
        ];
      },
    ),
  );
  expect(await faultsOf(requests)).toEqual([]);
});

test('JSON that is none is refused, whatever it was to be', async () => {
  for (const { name, bytes } of JSON_CASES.filter(each => each.name.startsWith('n_'))) {
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: '/api/v1/services',
      payload: bytes,
      headers: { 'x-test-person': person.id, 'content-type': 'application/json' },
    });
    expect(statusCode, name).toBe(422);
  }
});

describe('requests that no program of ours sends', () => {
  const json = { 'content-type': 'application/json' };
  const cases: Record<string, InjectOptions> = {
    'half an escape in the path': { method: 'GET', url: '/api/v1/services/%zz' },
    'a NUL in the path': { method: 'GET', url: '/api/v1/services/%00' },
    'a way up in the path': { method: 'GET', url: '/api/v1/services/..%2f..%2fetc%2fpasswd' },
    'a very long path': { method: 'GET', url: `/api/v1/services/${'a'.repeat(60_000)}` },
    'a method that is not there': { method: 'PUT', url: '/api/v1/services' },
    'a method with a body and no type': { method: 'QUERY' as 'GET', url: '/api/v1/services', payload: '{}' },
    'a query of nothing but signs': {
      method: 'GET',
      url: '/api/v1/services?&&==&[]=&[a=1&%=%&__proto__[x]=1',
    },
    'one field many times': { method: 'GET', url: `/api/v1/services?${'tier=1&'.repeat(2_000)}` },
    'a field as object and text': { method: 'GET', url: '/api/v1/services?name=a&name[b]=c&name[]=d' },
    'text that is not UTF-8 in the query': { method: 'GET', url: '/api/v1/services?name=%ff%fe' },
    'a cursor of somebody’s own': { method: 'GET', url: `/api/v1/services?cursor=${btoa('["a","b"]')}` },
    'no content type': {
      method: 'POST',
      url: '/api/v1/services',
      payload: '{}',
      headers: { 'content-type': '' },
    },
    XML: {
      method: 'POST',
      url: '/api/v1/services',
      payload: '<a/>',
      headers: { 'content-type': 'text/xml' },
    },
    'a form': {
      method: 'POST',
      url: '/api/v1/services',
      payload: 'name=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    },
    'a form of parts without parts': {
      method: 'POST',
      url: '/api/v1/services',
      payload: '--',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    },
    'an empty body': { method: 'POST', url: '/api/v1/services', payload: '', headers: json },
    'lists within lists without end': {
      method: 'POST',
      url: '/api/v1/services',
      payload: '['.repeat(100_000),
      headers: json,
    },
    'deep and closed lists': {
      method: 'POST',
      url: '/api/v1/services',
      payload: '['.repeat(50_000) + ']'.repeat(50_000),
      headers: json,
    },
    'deep objects in a field': {
      method: 'POST',
      url: '/api/v1/services',
      payload: `{"name":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)},"tier":1}`,
      headers: json,
    },
    'a body above the limit': {
      method: 'POST',
      url: '/api/v1/services',
      payload: `"${'a'.repeat(3_000_000)}"`,
      headers: json,
    },
    'one key twice': {
      method: 'POST',
      url: '/api/v1/services',
      payload: '{"name":"a","name":"b","tier":1,"tier":9}',
      headers: json,
    },
    'keys of prototypes': {
      method: 'POST',
      url: '/api/v1/services',
      payload: '{"__proto__":{"tier":1},"constructor":{"prototype":{}}}',
      headers: json,
    },
    'an If-Match of no version': {
      method: 'PATCH',
      url: '/api/v1/services/0195571a-8c00-7000-8000-000000000001',
      payload: '{"tier":1}',
      headers: { ...json, 'if-match': 'W/"\u00ff", ,"' },
    },
    'an Idempotency-Key of signs': {
      method: 'POST',
      url: '/api/v1/services',
      payload: '{"name":"signs","tier":1}',
      headers: { ...json, 'idempotency-key': '\u00e9\u00ff"\'`' },
    },
    'credentials of no kind': {
      method: 'GET',
      url: '/api/v1/services',
      headers: { authorization: 'Bearer \u00ff \u00ff', 'x-test-person': '' },
    },
  };
  test.each(Object.entries(cases))('%s', async (what, request) => {
    expect(await faultOf(what, request)).toEqual([]);
  });
});

test('another method than those that are there is told which are', async () => {
  const { status, headers } = await person.send('PUT', '/services');
  expect(status).toBe(405);
  expect(String(headers.allow).split(', ').sort()).toEqual(['GET', 'HEAD', 'POST']);
});

test('after all of it the server answers as before', async () => {
  expect((await person.send('GET', '/services?limit=1')).status).toBe(200);
});
