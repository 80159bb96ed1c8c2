import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AccountsServer,
  PASSWORD,
  startAccounts,
  type TestBrowser,
} from '../../../test/harness/accounts.ts';

const DAY = 24 * 60 * 60 * 1000;

let accounts: AccountsServer;
let ada: TestBrowser;
beforeAll(async () => {
  accounts = await startAccounts();
  ada = await accounts.setUp();
});
afterAll(() => accounts.close());

const create = async (scopes: string[], expiresAt: string | null = null) => {
  const made = await ada.client.tokens.create({ name: 'test', scopes, expiresAt });
  return { ...made, client: accounts.withToken(made.token!) };
};

test('a token is shown once and works as its person', async () => {
  const { id, token, start, client } = await create(['*:read']);
  expect(token).toMatch(/^afw_[\w-]{43}$/);
  expect(token!.startsWith(start)).toBe(true);
  expect(await client.people.me({})).toMatchObject({ name: 'Ada', scopes: ['*:read'] });
  const { items } = await ada.client.tokens.list({});
  expect(items.find(item => item.id === id)).toMatchObject({ name: 'test', start, person: { name: 'Ada' } });
  expect(JSON.stringify(items)).not.toContain(token);
});

test('a token does what its scopes say, and no more', async () => {
  const reading = (await create(['teams:read'])).client;
  expect((await reading.teams.list({})).items).toEqual([]);
  await expect(reading.teams.add({ name: 'Nope' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(reading.people.list({})).rejects.toMatchObject({ code: 'forbidden' });
  const changing = (await create(['teams:change'])).client;
  const team = await changing.teams.add({ name: 'Yes' });
  expect((await changing.teams.get({ id: team.id })).name).toBe('Yes');
});

test('a scope of something that there is not is refused', async () => {
  await expect(create(['incident:read'])).rejects.toMatchObject({ code: 'invalid' });
  await expect(create(['incidents'])).rejects.toMatchObject({ code: 'invalid' });
});

test('no token makes another, or ends sessions, or changes a password', async () => {
  const { client } = await create(['*:*']);
  for (const attempt of [
    () => client.tokens.create({ name: 'child', scopes: ['*:*'] }),
    () => client.sessions.endOthers({}),
    () => client.passwords.change({ current: PASSWORD, password: 'another horse in the barn' }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
});

test('a token stops working when it expires and when it is revoked, in every process', async () => {
  const soon = await create(['*:read'], new Date(accounts.clock.now().getTime() + DAY).toISOString());
  expect((await soon.client.people.me({})).name).toBe('Ada');
  accounts.clock.forward(DAY + 1);
  await expect(soon.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  accounts.clock.forward(-DAY - 1);
  await expect(create(['*:read'], '2020-01-01T00:00:00+02:00')).rejects.toMatchObject({ code: 'invalid' });

  const other = await startAccounts({ beside: accounts });
  const { id, token, client } = await create(['*:read']);
  const elsewhere = other.withToken(token!);
  expect((await elsewhere.people.me({})).name).toBe('Ada');
  await ada.client.tokens.revoke({ id });
  for (const each of [client, elsewhere])
    await expect(each.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  await other.close();
});

test('when a token was last used is kept', async () => {
  const { id, client, usedAt } = await create(['*:read']);
  expect(usedAt).toBeNull();
  await client.people.me({});
  await expect
    .poll(async () => (await ada.client.tokens.list({})).items.find(item => item.id === id)!.usedAt)
    .not.toBeNull();
});

test('others’ tokens are seen and revoked by administrators only', async () => {
  const { link } = await ada.client.invitations.create({ email: 'bea@example.org' });
  const token = new URLSearchParams(new URL(link!).hash.slice(1)).get('token')!;
  await accounts.openBrowser().client.invitations.accept({ token, name: 'Bea', password: PASSWORD });
  const bea = accounts.openBrowser();
  await bea.signIn('bea@example.org');
  const mine = await bea.client.tokens.create({ name: 'of Bea', scopes: ['*:read'] });
  const [hers] = (await ada.client.tokens.list({})).items;
  expect((await bea.client.tokens.list({})).items.map(({ id }) => id)).toEqual([mine.id]);
  await expect(bea.client.tokens.list({ of: 'everyone' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(bea.client.tokens.revoke({ id: hers!.id })).rejects.toMatchObject({ code: 'not_found' });
  const { items, nextCursor } = await ada.client.tokens.list({ of: 'everyone', limit: 1 });
  expect(items).toMatchObject([{ id: mine.id, person: { name: 'Bea' } }]);
  expect(
    (await ada.client.tokens.list({ of: 'everyone', limit: 1, cursor: nextCursor! })).items[0]!.id,
  ).not.toBe(mine.id);
  await expect(ada.client.tokens.list({ cursor: 'WyJ4Il0' })).rejects.toMatchObject({ code: 'invalid' });
  await ada.client.tokens.revoke({ id: mine.id });
  expect((await bea.client.tokens.list({})).items).toEqual([]);
});
