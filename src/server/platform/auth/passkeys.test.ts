import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountsServer, startAccounts, type TestBrowser } from '../../../../test/harness/accounts.ts';
import { type Authenticator, createAuthenticator } from '../../../../test/harness/authenticator.ts';

const ORIGIN = 'http://localhost:4600';

let accounts: AccountsServer;
let ada: TestBrowser;
beforeAll(async () => {
  accounts = await startAccounts();
  ada = await accounts.setUp();
});
afterAll(() => accounts.close());

type Flags = Parameters<Authenticator['register']>[1];

async function register(browser: TestBrowser, device: Authenticator, flags?: Flags) {
  const { body: options } = await browser.send('GET', '/api/auth/passkey/generate-register-options');
  const response = device.register(options, flags);
  return browser.send('POST', '/api/auth/passkey/verify-registration', {
    body: { response, name: 'Laptop' },
  });
}

async function signInWith(browser: TestBrowser, device: Authenticator, flags?: Flags) {
  const { body: options } = await browser.send('GET', '/api/auth/passkey/generate-authenticate-options');
  const response = device.authenticate(options, flags);
  return browser.send('POST', '/api/auth/passkey/verify-authentication', { body: { response } });
}

test('a passkey is added, signs in, and is removed; all on record', async () => {
  const device = createAuthenticator(ORIGIN);
  expect((await register(ada, device)).status).toBe(204);
  const { items } = await ada.client.passkeys.list({});
  expect(items).toMatchObject([{ name: 'Laptop', isBackedUp: false }]);

  const browser = accounts.openBrowser();
  const { status, body } = await signInWith(browser, device);
  expect([status, body]).toEqual([204, '']);
  expect((await browser.client.people.me({})).name).toBe('Ada');

  await ada.client.passkeys.remove({ id: items[0]!.id });
  expect((await signInWith(accounts.openBrowser(), device)).body).toMatchObject({ code: 'unauthenticated' });

  const { rows } = await sql<{ event: string }>`
    select operation || ' ' || kind || ' ' || (leaf::json ->> 'outcome') || ' ' || actor_kind as event from audit_event
    where operation like '%asskey%' order by id`.execute(accounts.server.db);
  expect(rows.map(({ event }) => event)).toEqual([
    'passkeys.add change success person',
    'signIn.passkey sign_in success person',
    'passkeys.remove change success person',
    'signIn.passkey sign_in failure anonymous',
  ]);
});

test('a device that did not ask who is there opens nothing', async () => {
  expect((await register(ada, createAuthenticator(ORIGIN), { isVerified: false })).status).toBe(401);
  const device = createAuthenticator(ORIGIN);
  await register(ada, device);
  const answer = await signInWith(accounts.openBrowser(), device, { isVerified: false });
  expect(answer.body).toMatchObject({ code: 'unauthenticated' });
  expect(answer.body.detail).toMatch(/fingerprint/);
});

test('a passkey of a page elsewhere opens nothing', async () => {
  expect((await register(ada, createAuthenticator('https://evil.example'))).body).toMatchObject({
    code: 'invalid',
  });
});

test('an answer to a challenge is good once', async () => {
  const device = createAuthenticator(ORIGIN);
  await register(ada, device);
  const browser = accounts.openBrowser();
  const { body: options } = await browser.send('GET', '/api/auth/passkey/generate-authenticate-options');
  const challenge = new Map(browser.cookies);
  const body = { response: device.authenticate(options) };
  expect((await browser.send('POST', '/api/auth/passkey/verify-authentication', { body })).status).toBe(204);
  const thief = accounts.openBrowser();
  for (const pair of challenge) thief.cookies.set(...pair);
  expect((await thief.send('POST', '/api/auth/passkey/verify-authentication', { body })).status).toBe(422);
});

test('a passkey is added by whoever signed in within the hour, and by nobody else', async () => {
  const browser = accounts.openBrowser();
  const { status } = await browser.send('GET', '/api/auth/passkey/generate-register-options');
  expect(status).toBe(401);
  await browser.signIn('ada@example.org');
  await sql`update session set created_at = now() - interval '61 minutes'`.execute(accounts.server.db);
  const late = await browser.send('GET', '/api/auth/passkey/generate-register-options');
  expect(late).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(late.body.detail).toMatch(/Sign in again/);
});
