import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountsServer, startAccounts, type TestBrowser } from '../../../../test/harness/accounts.ts';
import {
  type Claims,
  type IdentityProvider,
  openIdentityProvider,
} from '../../../../test/harness/identityProvider.ts';
import type { Role } from '../../../contract/roles.ts';

let provider: IdentityProvider;
let accounts: AccountsServer;
let ada: TestBrowser;
beforeAll(async () => {
  provider = await openIdentityProvider('http://localhost:4600/api/auth/callback/oidc');
  accounts = await startAccounts({
    accounts: { singleSignOn: 'Example ID' },
    singleSignOn: {
      ...provider.configuration,
      roles: {
        claim: 'groups',
        groups: new Map<string, Role[]>([
          ['sre', ['responder', 'owner']],
          ['admins', ['administrator']],
        ]),
      },
    },
  });
  ada = await accounts.setUp();
});
afterAll(async () => {
  await provider.stop();
  await accounts.close();
});

const start = (browser: TestBrowser, next = '/incidents') =>
  browser.send('GET', `/api/auth/single-sign-on?next=${encodeURIComponent(next)}`);

/** Signs in at the provider and comes back; answers where the browser ends. */
async function comeBack(browser: TestBrowser, person: Claims, next?: string): Promise<string> {
  provider.person = person;
  const { headers } = await start(browser, next);
  const back = new URL(await provider.walk(String(headers.location)));
  const answer = await browser.send('GET', back.pathname + back.search);
  expect(answer.status).toBe(302);
  return String(answer.headers.location);
}

test('the server starts without the provider and finds it when it is there', async () => {
  const { status, body } = await start(accounts.openBrowser());
  expect(status).toBe(503);
  expect(body.detail).toMatch(/identity provider does not answer/);
  await provider.start();
  const again = await start(accounts.openBrowser());
  expect(again.status).toBe(302);
  const url = new URL(String(again.headers.location));
  expect(url.origin).toBe(provider.configuration.issuer);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  expect(url.searchParams.get('scope')).toBe('openid email profile groups');
  expect((await ada.client.setup.status({})).singleSignOn).toBe('Example ID');
});

test('a page elsewhere does not begin a sign-in', async () => {
  const { status, headers } = await accounts.openBrowser().send('GET', '/api/auth/single-sign-on', {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect([status, headers.location, headers['set-cookie']]).toEqual([302, '/sign-in', undefined]);
});

test('somebody new gets an account, with roles by group', async () => {
  const browser = accounts.openBrowser();
  const grace = {
    sub: 'g1',
    email: 'Grace@Example.org',
    email_verified: true,
    name: 'Grace',
    groups: ['sre', 'other'],
  };
  expect(await comeBack(browser, grace)).toBe('/incidents');
  expect(await browser.client.people.me({})).toMatchObject({
    name: 'Grace',
    email: 'grace@example.org',
    roles: ['viewer', 'responder', 'owner'],
    hasPassword: false,
  });
  // Another provider's g1 would be another person.
  const links = await accounts.server.db
    .selectFrom('credential')
    .select('accountId')
    .where('providerId', '=', 'oidc')
    .execute();
  expect(links).toEqual([{ accountId: `${provider.configuration.issuer} g1` }]);
});

test('roles follow the groups at each sign-in, on record', async () => {
  const browser = accounts.openBrowser();
  await comeBack(browser, {
    sub: 'g1',
    email: 'grace@example.org',
    email_verified: true,
    name: 'Grace',
    groups: [],
  });
  expect((await browser.client.people.me({})).roles).toEqual(['viewer']);
  const { rows } = await sql<{ after: string }>`
    select after from audit_event where operation = 'people.edit' order by id desc limit 1`.execute(
    accounts.server.db,
  );
  expect(JSON.parse(rows[0]!.after).value).toEqual({ roles: ['viewer'] });
});

test('somebody who has an account already keeps it', async () => {
  const browser = accounts.openBrowser();
  await comeBack(browser, {
    sub: 'a1',
    email: 'ada@example.org',
    email_verified: true,
    name: 'Other',
    groups: [],
  });
  const me = await browser.client.people.me({});
  expect(me).toMatchObject({ id: (await ada.client.people.me({})).id, name: 'Ada', hasPassword: true });
  const { rows } = await sql`
    select from audit_event where operation = 'people.link' and subject_id = ${me.id}`.execute(
    accounts.server.db,
  );
  expect(rows).toHaveLength(1);
  // Without her group she is still the only one who can administer.
  expect(me.roles).toContain('administrator');
});

test('a mail address that the provider did not verify opens nothing', async () => {
  const { items: before } = await ada.client.people.list({});
  for (const email of ['ada@example.org', 'mallory@example.org']) {
    const browser = accounts.openBrowser();
    const end = await comeBack(browser, { sub: `m-${email}`, email, email_verified: false, name: 'Mallory' });
    expect(end).toMatch(/\/sign-in\?error=(?:email_not_verified|account_not_linked)/);
    await expect(browser.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  }
  expect((await ada.client.people.list({})).items).toHaveLength(before.length);
});

test('an invitation is accepted by coming from the provider', async () => {
  const { id: teamId } = await ada.client.teams.add({ name: 'Payments' });
  await ada.client.invitations.create({ email: 'linus@example.org', roles: ['legal'], teamIds: [teamId] });
  const browser = accounts.openBrowser();
  await comeBack(browser, { sub: 'l1', email: 'linus@example.org', email_verified: true, name: 'Linus' });
  expect(await browser.client.people.me({})).toMatchObject({
    roles: ['viewer', 'legal'],
    teams: [{ name: 'Payments' }],
  });
  expect((await ada.client.invitations.list({ state: 'accepted' })).items).toMatchObject([
    { email: 'linus@example.org', acceptedBy: { name: 'Linus' } },
  ]);
});

test('a disabled person does not come in by the provider either', async () => {
  const { items } = await ada.client.people.list({ name: 'grace' });
  await ada.client.people.disable({ id: items[0]!.id });
  const browser = accounts.openBrowser();
  const end = await comeBack(browser, {
    sub: 'g1',
    email: 'grace@example.org',
    email_verified: true,
    name: 'Grace',
  });
  expect(end).toMatch(/\/sign-in\?error=account_disabled/);
  await expect(browser.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
});

test('an answer of the provider is worth nothing in another browser, or twice', async () => {
  provider.person = { sub: 'l1', email: 'linus@example.org', email_verified: true, name: 'Linus' };
  const [browser, other] = [accounts.openBrowser(), accounts.openBrowser()];
  const { headers } = await start(browser);
  const back = new URL(await provider.walk(String(headers.location)));
  const stolen = await other.send('GET', back.pathname + back.search);
  expect(String(stolen.headers.location)).toMatch(/\/sign-in\?error=/);
  expect(other.cookies.size).toBe(0);
  expect(String((await browser.send('GET', back.pathname + back.search)).headers.location)).toBe(
    '/incidents',
  );
  const again = await browser.send('GET', back.pathname + back.search);
  expect(String(again.headers.location)).toMatch(/\/sign-in\?error=/);
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
  'the way does not end at %j',
  async next => {
    const browser = accounts.openBrowser();
    const linus = { sub: 'l1', email: 'linus@example.org', email_verified: true, name: 'Linus' };
    expect(await comeBack(browser, linus, next)).toBe('/');
  },
);

test('the provider’s tokens are not kept, and sign-ins by it are on record', async () => {
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns where table_name = 'credential'`.execute(
    accounts.server.db,
  );
  expect(columns.filter(({ name }) => /token/.test(name))).toEqual([]);
  const { rows } = await sql<{ outcome: string; count: number }>`
    select leaf::json ->> 'outcome' as outcome, count(*) as count from audit_event
    where operation = 'signIn.singleSignOn' group by 1 order by 1`.execute(accounts.server.db);
  expect(rows).toEqual([
    { outcome: 'failure', count: expect.any(Number) },
    { outcome: 'success', count: expect.any(Number) },
  ]);
});
