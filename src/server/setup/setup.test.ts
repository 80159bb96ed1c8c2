import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountsServer, PASSWORD, startAccounts } from '../../../test/harness/accounts.ts';
import { usualSetupToken } from '../platform/auth/accounts.ts';
import { deriveKeysFrom } from '../platform/secret.ts';

let accounts: AccountsServer;
let other: AccountsServer;
beforeAll(async () => {
  accounts = await startAccounts();
  other = await startAccounts({ beside: accounts });
});
afterAll(async () => {
  await other.close();
  await accounts.close();
});

const complete = (server: AccountsServer, name: string, token = 'the set-up token of the tests') =>
  server
    .openBrowser()
    .client.setup.complete({ token, name, email: `${name}@example.org`, password: PASSWORD });

test('whoever knows the set-up token becomes the first administrator, and nobody after', async () => {
  const visitor = accounts.openBrowser();
  expect(await visitor.client.setup.status({})).toEqual({
    isNeeded: true,
    singleSignOn: null,
    hasMail: false,
  });
  await expect(complete(accounts, 'eve', 'a guess')).rejects.toMatchObject({ code: 'forbidden' });

  const outcomes = await Promise.allSettled([complete(accounts, 'ada'), complete(other, 'bob')]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await visitor.client.setup.status({})).isNeeded).toBe(false);
  await expect(complete(accounts, 'cid')).rejects.toMatchObject({ code: 'conflict' });

  const first = outcomes[0]!.status === 'fulfilled' ? 'ada' : 'bob';
  expect((await visitor.signIn(`${first}@example.org`)).status).toBe(204);
  expect((await visitor.client.people.me({})).roles).toEqual(['viewer', 'administrator']);
});

test('processes with one secret have one set-up token', () => {
  const [a, b, c] = ['one', 'one', 'two'].map(secret => usualSetupToken(deriveKeysFrom(secret)));
  expect(a).toBe(b);
  expect(a).not.toBe(c);
  expect(a).toMatch(/^[\w-]{24}$/);
});
