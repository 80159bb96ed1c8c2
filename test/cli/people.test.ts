import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CliOnDatabase, startCliOnDatabase } from '../harness/cliOnDatabase.ts';

let commands: CliOnDatabase;
beforeAll(async () => {
  commands = await startCliOnDatabase({ AFTERWORD_URL: 'https://afterword.example' });
});
afterAll(() => commands.close());

const run: CliOnDatabase['run'] = (...args) => commands.run(...args);

test('a person is added, given roles, shut out and let in again', async () => {
  const added = await run(
    'user',
    'add',
    'ada@example.org',
    '--name',
    'Ada',
    '--roles',
    'viewer,administrator',
  );
  expect(added).toMatchObject({ exitCode: 0, stderr: '' });
  expect(added.stdout).toMatch(/^https:\/\/afterword\.example\/reset-password#token=\S+$/m);
  await run('user', 'add', 'bob@example.org', '--name', 'Bob');
  expect((await run('user', 'set-roles', 'bob@example.org', 'responder, owner')).stdout).toBe(
    'Bob is responder, owner.\n',
  );
  expect((await run('user', 'disable', 'bob@example.org')).stdout).toBe('Bob can no longer sign in.\n');
  expect((await run('user', 'enable', 'bob@example.org')).stdout).toBe('Bob can sign in again.\n');
  expect((await run('user', 'reset-password', 'bob@example.org')).stdout).toMatch(/reset-password#token=/);
  const people = JSON.parse((await run('user', 'list', '--json')).stdout);
  expect(people).toMatchObject([{ name: 'Ada' }, { name: 'Bob', roles: ['responder', 'owner'] }]);
  expect((await run('user', 'list')).stdout).toMatch(/ada@example\.org +Ada +viewer,administrator/);
});

test('programs get JSON of every command', async () => {
  const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);
  expect(await json('user', 'add', 'cleo@example.org', '--name', 'Cleo')).toEqual({
    id: expect.any(String),
    link: expect.stringContaining('#token='),
    expiresAt: expect.any(String),
  });
  expect(await json('user', 'set-roles', 'cleo@example.org', 'legal')).toMatchObject({ roles: ['legal'] });
  expect((await json('user', 'disable', 'cleo@example.org')).disabledAt).not.toBeNull();
  expect((await json('user', 'enable', 'cleo@example.org')).disabledAt).toBeNull();
  expect(await json('user', 'reset-password', 'cleo@example.org')).toHaveProperty('link');
  const { id, secret } = await json(
    'token',
    'create',
    'cleo@example.org',
    '--name',
    'x',
    '--scopes',
    '*:read',
  );
  expect(secret).toMatch(/^afw_/);
  expect(await json('token', 'revoke', id)).toEqual({ id });
  const people: { email: string }[] = await json('user', 'list');
  expect(people.find(({ email }) => email === 'cleo@example.org')).not.toHaveProperty('sortKey');
});

test('a token stands alone on standard output; it is listed and revoked', async () => {
  const made = await run(
    'token',
    'create',
    'ada@example.org',
    '--name',
    'ci',
    '--scopes',
    '*:read',
    '--days',
    '90',
  );
  expect(made).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^afw_[\w-]{43}\n$/) });
  const [token] = JSON.parse((await run('token', 'list', '--json')).stdout);
  expect(token).toMatchObject({ name: 'ci', scopes: ['*:read'], person: { name: 'Ada' } });
  expect((await run('token', 'revoke', token.id)).exitCode).toBe(0);
  expect((await run('token', 'revoke', token.id)).exitCode).toBe(4);
});

test.each([
  [4, ['user', 'disable', 'ada@example.org'], /last administrator/],
  [4, ['user', 'set-roles', 'ada@example.org', 'boss'], /boss is not a role/],
  [4, ['user', 'reset-password', 'nobody@example.org'], /afterword user list/],
  [2, ['user', 'add', 'x@example.org'], /--name/],
  [2, ['user', 'nonsense'], /unknown command/],
  [
    2,
    ['token', 'create', 'ada@example.org', '--name', 'x', '--scopes', '*:*', '--days', 'many'],
    /number of days/,
  ],
])('exit code %i for %j', async (exitCode, args, message) => {
  expect(await run(...args)).toMatchObject({ exitCode, stdout: '', stderr: expect.stringMatching(message) });
});
