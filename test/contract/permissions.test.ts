import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations, type Operation } from '../../src/contract/listOperations.ts';
import { ROLE_NAMES } from '../../src/contract/roles.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { requestFor } from './requestFor.ts';

const OPERATIONS = listOperations();

/** The page in the docs: operation → column → tick. */
const MATRIX = readMatrix(
  readFileSync(new URL('../../docs/reference/permissions.md', import.meta.url), 'utf8'),
);

function readMatrix(page: string): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  const [head, , ...rows] = page
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
  return new Map(
    rows.map(([name, , ...ticks]) => [
      name!.replaceAll('`', ''),
      new Map(ticks.map((tick, index) => [head![index + 2]!, tick === '✓'])),
    ]),
  );
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What takes a credential in its input judges that, too, and may refuse by the same codes. */
const PLAIN = OPERATIONS.filter(({ secret, may }) => secret.length === 0 || may !== 'anyone');

/** Status of the answer to the smallest request for an operation; 0 for one that goes on (a stream that was opened). */
async function statusOf(operation: Operation, headers: Record<string, string>): Promise<number> {
  const { method, url, payload } = requestFor(operation);
  const response = await server.app.inject({
    method,
    url,
    headers,
    ...(payload !== undefined && { payload: payload as object }),
    ...(operation.isStream && { payloadAsStream: true }),
  });
  if (operation.isStream) response.stream().destroy();
  return response.statusCode;
}

test('every operation has its row, and no row is of another time', () => {
  expect([...MATRIX.keys()]).toEqual(OPERATIONS.map(({ name }) => name));
});

describe.each(['anonymous', 'no role', ...ROLE_NAMES])('%s', column => {
  test('is let in exactly where the matrix says', async () => {
    const wrong: string[] = [];
    for (const operation of PLAIN) {
      // Somebody new each time: an operation may end what its caller is.
      const roles = ROLE_NAMES.filter(role => role === column);
      const person = column === 'anonymous' ? undefined : await server.as({ roles });
      const status = await statusOf(operation, person ? { 'x-test-person': person.id } : {});
      const isAdmitted = MATRIX.get(operation.name)?.get(column);
      const refusal = column === 'anonymous' ? 401 : 403;
      if (isAdmitted ? status === 401 || status === 403 : status !== refusal)
        wrong.push(`${operation.name}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('a token that may only read changes nothing, whatever its person may', async () => {
  const person = await server.as({ roles: ROLE_NAMES });
  const authorization = `Bearer ${person.token(['*:read'])}`;
  const let_in: string[] = [];
  for (const operation of OPERATIONS.filter(({ effect, may }) => effect === 'change' && may !== 'anyone'))
    if ((await statusOf(operation, { authorization })) !== 403) let_in.push(operation.name);
  expect(let_in).toEqual([]);
});

test('a token of one feature opens no other', async () => {
  const person = await server.as({ roles: ROLE_NAMES });
  const authorization = `Bearer ${person.token(['services:*'])}`;
  for (const operation of OPERATIONS.filter(({ may }) => may !== 'anyone')) {
    const status = await statusOf(operation, { authorization });
    expect(status === 403, operation.name).toBe(operation.words[0] !== 'services');
  }
});
