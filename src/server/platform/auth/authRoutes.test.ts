import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AccountsServer,
  PASSWORD,
  startAccounts,
  type TestBrowser,
} from '../../../../test/harness/accounts.ts';

let accounts: AccountsServer;
let ada: TestBrowser;
beforeAll(async () => {
  accounts = await startAccounts();
  ada = await accounts.setUp();
});
afterAll(() => accounts.close());

const forgetTries = () => accounts.server.db.deleteFrom('attempt').execute();
const POSTS = [
  '/sign-in/email',
  '/sign-out',
  '/passkey/verify-registration',
  '/passkey/verify-authentication',
];

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '\0',
    'a\0@b.c',
    '\ud800@example.org',
    'x'.repeat(10_000),
    1e308,
    -1,
    null,
    [],
    {},
  ),
  fc.string({ unit: 'binary' }),
  fc.anything({ maxDepth: 2, withNullPrototype: false }),
);
const bytes = fc.uint8Array({ maxLength: 200 }).map(some => Buffer.from(some).toString('base64url'));
/** In the form of a device's answer, with any bytes in it. */
const credential = fc.record({
  id: bytes,
  rawId: bytes,
  type: fc.constant('public-key'),
  response: fc.record({
    clientDataJSON: fc.oneof(
      bytes,
      fc.json().map(json => Buffer.from(json).toString('base64url')),
    ),
    attestationObject: bytes,
    authenticatorData: bytes,
    signature: bytes,
  }),
});
const bodies = fc.oneof(
  fc.record({ response: credential }),
  nasty,
  fc.record({ email: nasty, password: nasty, rememberMe: nasty, callbackURL: nasty }, { requiredKeys: [] }),
  fc.record({ email: fc.constant('ada@example.org'), password: nasty }),
  fc.record({ response: fc.oneof(nasty, fc.record({ id: nasty, response: nasty })), name: nasty }),
);

test('whatever is sent is answered with a reason, never with a failure', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...POSTS), bodies, async (path, body) => {
      await forgetTries();
      const browser = accounts.openBrowser();
      await browser.send('GET', '/api/auth/passkey/generate-authenticate-options');
      const payload = JSON.stringify(body) ?? '';
      const { statusCode, headers } = await accounts.app.inject({
        method: 'POST',
        url: `/api/auth${path}`,
        headers: {
          origin: 'http://localhost:4600',
          'content-type': 'application/json',
          cookie: Array.from(browser.cookies, pair => pair.join('=')).join('; '),
        },
        payload,
      });
      expect([statusCode, payload]).toEqual([expect.toSatisfy(status => status < 500), payload]);
      if (statusCode >= 400) expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    }),
    { numRuns: 60 },
  );
});

test.each(['?code=%00&state=x', '?state=%00', '?error=access_denied', '?code=a&state=b', ''])(
  'a way back from nowhere is answered: %s',
  async query => {
    await forgetTries();
    const { status } = await accounts.openBrowser().send('GET', `/api/auth/callback/oidc${query}`);
    expect(status).toBe(404);
  },
);

test('only what is listed is reached', async () => {
  for (const path of [
    '/get-session',
    '/list-sessions',
    '/sign-up/email',
    '/change-email',
    '/passkey/delete-passkey',
    '/ok',
    '/error',
  ])
    for (const method of ['GET', 'POST'] as const)
      expect([
        path,
        (await ada.send(method, `/api/auth${path}`, { ...(method === 'POST' && { body: {} }) })).status,
      ]).toEqual([path, 404]);
});

test('a body larger than any of them needs is refused', async () => {
  const { status } = await ada.send('POST', '/api/auth/passkey/verify-registration', {
    body: { response: {}, name: 'x'.repeat(50_000) },
  });
  expect(status).toBe(413);
});

test('without its record there is no session', async () => {
  const { db } = accounts.server;
  const count = async () => (await db.selectFrom('session').select('id').execute()).length;
  const before = await count();
  await forgetTries();
  await sql`alter table audit_queue rename to audit_queue_away`.execute(db);
  const answer = await accounts.openBrowser().signIn('ada@example.org', PASSWORD);
  await sql`alter table audit_queue_away rename to audit_queue`.execute(db);
  expect(answer.status).toBe(500);
  expect(answer.headers['set-cookie']).toBeUndefined();
  expect(await count()).toBe(before);
  expect((await accounts.openBrowser().signIn('ada@example.org')).status).toBe(204);
});
