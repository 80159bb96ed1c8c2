import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountsServer, PASSWORD, startAccounts } from '../../../test/harness/accounts.ts';
import type { CommandPlatform } from './runCommand.ts';
import { createToken, listTokens, revokeToken } from './token.ts';
import { addUser, disableUser, enableUser, listUsers, resetUserPassword, setUserRoles } from './user.ts';

let accounts: AccountsServer;
let platform: CommandPlatform;
beforeAll(async () => {
  accounts = await startAccounts();
  platform = { ...accounts.server.platform, now: accounts.clock.now };
});
afterAll(() => accounts.close());

const email = 'ada@example.org';
const setPassword = (link: string) =>
  accounts.openBrowser().client.passwords.reset({ token: /#token=(.*)/.exec(link)![1]!, password: PASSWORD });

test('the first administrator is made at the server’s terminal and sets a password by link', async () => {
  const { link } = await addUser(platform, {
    email: 'Ada@Example.org',
    name: 'Ada',
    roles: ['administrator', 'viewer'],
  });
  expect((await accounts.openBrowser().client.setup.status({})).isNeeded).toBe(false);
  await setPassword(link);
  const ada = accounts.openBrowser();
  expect((await ada.signIn(email)).status).toBe(204);
  expect(await ada.client.people.me({})).toMatchObject({ name: 'Ada', roles: ['viewer', 'administrator'] });
  await setPassword((await resetUserPassword(platform, { email })).link);
  await expect(ada.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('roles and access are changed, but never the last administrator’s', async () => {
  await expect(disableUser(platform, { email })).rejects.toThrow(/last administrator/);
  await addUser(platform, { email: 'bob@example.org', name: 'Bob', roles: ['administrator'] });
  expect((await setUserRoles(platform, { email, roles: ['viewer'] })).roles).toEqual(['viewer']);
  expect((await disableUser(platform, { email })).disabledAt).not.toBeNull();
  expect((await accounts.openBrowser().signIn(email)).status).toBe(403);
  expect((await enableUser(platform, { email })).disabledAt).toBeNull();
  expect((await listUsers(platform)).map(({ name }) => name)).toEqual(['Ada', 'Bob']);
});

test('tokens are made for a person, listed and revoked', async () => {
  const { secret, row } = await createToken(platform, { email, name: 'ci', scopes: ['*:read'], days: 30 });
  expect((await accounts.withToken(secret).people.me({})).name).toBe('Ada');
  expect(await listTokens(platform)).toMatchObject([{ id: row.id, name: 'ci', person: { name: 'Ada' } }]);
  await revokeToken(platform, { id: row.id });
  await expect(accounts.withToken(secret).people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
});

test.each([
  [
    'an unknown role',
    () => addUser(platform, { email: 'x@example.org', name: 'X', roles: ['boss'] }),
    /boss is not a role/,
  ],
  [
    'no mail address',
    () => addUser(platform, { email: 'x', name: 'X', roles: ['viewer'] }),
    /not a mail address/,
  ],
  [
    'somebody twice',
    () => addUser(platform, { email, name: 'X', roles: ['viewer'] }),
    /has an account already/,
  ],
  ['somebody unknown', () => disableUser(platform, { email: 'x@example.org' }), /Nobody has the address/],
  [
    'a scope that is none',
    () => createToken(platform, { email, name: 'x', scopes: ['all'], days: null }),
    /not a scope/,
  ],
  ['a token that is none', () => revokeToken(platform, { id: 'x' }), /No token has the id/],
])('%s is refused with what to do', async (_, run, message) => {
  await expect(run()).rejects.toMatchObject({
    name: 'CommandRefused',
    message: expect.stringMatching(message),
  });
});

test('what was done at the terminal is on record as such', async () => {
  const { rows } = await sql<{ operation: string; kind: string }>`
    select distinct operation, actor_kind as kind from audit_event where actor_kind = 'system' order by 1`.execute(
    accounts.server.db,
  );
  expect(rows.map(({ operation }) => operation)).toEqual([
    'people.add',
    'people.edit',
    'people.resetPassword',
    'tokens.create',
    'tokens.revoke',
  ]);
});
