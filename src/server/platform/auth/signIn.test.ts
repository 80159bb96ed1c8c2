import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type AccountsServer,
  PASSWORD,
  startAccounts,
  type TestBrowser,
} from '../../../../test/harness/accounts.ts';

const DAY = 24 * 60 * 60 * 1000;

let accounts: AccountsServer;
let ada: TestBrowser;
beforeAll(async () => {
  accounts = await startAccounts();
  ada = await accounts.setUp();
});
afterAll(() => accounts.close());

const invite = async (email: string, name: string): Promise<string> => {
  const { link } = await ada.client.invitations.create({ email, roles: ['responder'] });
  const token = new URLSearchParams(new URL(link!).hash.slice(1)).get('token')!;
  const { id } = await accounts.openBrowser().client.invitations.accept({ token, name, password: PASSWORD });
  return id;
};

const signInEvents = async (operation: string): Promise<{ leaf: string; input: string | null }[]> => {
  const { rows } = await sql<{ leaf: string; input: string | null }>`
    select leaf, input from audit_event where operation = ${operation} order by id`.execute(
    accounts.server.db,
  );
  return rows;
};

test('a password opens a session that only scripts of the browser itself can use', async () => {
  const browser = accounts.openBrowser();
  const { status, headers, body } = await browser.signIn('Ada@Example.org');
  expect(status).toBe(204);
  expect(body).toBe('');
  const cookie = [headers['set-cookie']].flat().join();
  expect(cookie).toMatch(/^afterword\.session_token=.*HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  expect(cookie).not.toMatch(/Secure/);
  expect(await browser.client.people.me({})).toMatchObject({
    name: 'Ada',
    email: 'ada@example.org',
    roles: ['viewer', 'administrator'],
    hasPassword: true,
    scopes: null,
  });
});

test('over https, cookies go over https only', async () => {
  const secure = await startAccounts({
    beside: accounts,
    accounts: { publicUrl: 'https://afterword.example' },
  });
  const browser = secure.openBrowser();
  const { headers } = await browser.signIn('ada@example.org');
  expect(String(headers['set-cookie'])).toMatch(/^__Host-afterword\.session_token=.*Path=\/;.*Secure/);
  expect((await browser.client.people.me({})).name).toBe('Ada');
  await secure.close();
});

test('what is not a credential of ours is nobody, and no error', async () => {
  const [name, good] = [...ada.cookies][0]!;
  const forged = [
    good.replace(/.(?=%3D$)/, character => (character === 'A' ? 'B' : 'A')),
    `x${good}`,
    good.split('.')[0]!,
    '%',
    '',
    '.',
    encodeURIComponent('\u0000.AAAA'),
  ];
  const headers = [
    ...forged.map(value => ({ cookie: `${name}=${value}` })),
    ...['Bearer', 'Bearer x', 'Bearer afw_\u00e9', 'Basic YTpi', '', 'Bearer a b'].map(authorization => ({
      authorization,
    })),
    { authorization: 'Bearer afw_wrong', cookie: `${name}=${good}` },
  ];
  for (const each of headers) {
    const { statusCode } = await accounts.app.inject({ url: '/api/v1/me', headers: each });
    expect([statusCode, each]).toEqual([401, each]);
  }
});

describe('a page elsewhere', () => {
  const [site, origin] = ['https://evil.example', 'https://evil.example'];
  test.each([
    { origin },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4600' },
    { 'sec-fetch-site': 'same-site' },
    { origin: '', referer: site },
  ])('cannot change anything with the browser’s cookie: %j', async headers => {
    const { status } = await ada.send('PATCH', '/api/v1/me', { body: { name: 'Mallory' }, headers });
    expect(status).toBe(401);
    const signIn = await accounts.openBrowser().send('POST', '/api/auth/sign-in/email', {
      body: { email: 'ada@example.org', password: PASSWORD },
      headers,
    });
    expect(signIn.status).toBe(403);
    expect((await ada.client.people.me({})).name).toBe('Ada');
  });
});

test('signing out ends the session, on record', async () => {
  const browser = accounts.openBrowser();
  await browser.signIn('ada@example.org');
  const stolen = new Map(browser.cookies);
  const { status } = await browser.send('POST', '/api/auth/sign-out');
  expect(status).toBe(204);
  expect(browser.cookies.size).toBe(0);
  const thief = accounts.openBrowser();
  for (const pair of stolen) thief.cookies.set(...pair);
  await expect(thief.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(JSON.parse((await signInEvents('signOut')).at(-1)!.leaf)).toMatchObject({
    kind: 'sign_out',
    subject: { kind: 'person' },
  });
});

test('sessions are listed, ended one by one and all at once, in every process', async () => {
  const other = await startAccounts({ beside: accounts });
  const [phone, laptop, desk] = [other.openBrowser(), other.openBrowser(), accounts.openBrowser()];
  for (const browser of [phone, laptop, desk]) await browser.signIn('ada@example.org');
  const current = (await phone.client.sessions.list({})).items.find(({ isCurrent }) => isCurrent)!;
  await desk.client.sessions.end({ id: current.id });
  await expect(phone.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  await desk.client.sessions.endOthers({});
  await expect(laptop.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await desk.client.sessions.list({})).items).toMatchObject([
    { isCurrent: true, address: '127.0.0.1' },
  ]);
  await ada.signIn('ada@example.org');
  await other.close();
});

test('somebody else’s session cannot be ended', async () => {
  await invite('eve@example.org', 'Eve');
  const eve = accounts.openBrowser();
  await eve.signIn('eve@example.org');
  const { id } = (await ada.client.sessions.list({})).items[0]!;
  await expect(eve.client.sessions.end({ id })).rejects.toMatchObject({ code: 'not_found' });
});

describe('a session', () => {
  afterEach(() => accounts.clock.forward(-ahead));
  let ahead: number;
  const pass = (days: number): void => {
    ahead += days * DAY;
    accounts.clock.forward(days * DAY);
  };

  test('ends after a week without use', async () => {
    ahead = 0;
    const browser = accounts.openBrowser();
    await browser.signIn('ada@example.org');
    pass(6);
    await use(browser);
    pass(6);
    await use(browser);
    pass(8);
    await expect(browser.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  test('ends after a month however much it is used', async () => {
    ahead = 0;
    const browser = accounts.openBrowser();
    await browser.signIn('ada@example.org');
    for (let day = 0; day < 24; day += 6) {
      pass(6);
      await use(browser);
    }
    pass(5);
    await use(browser);
    pass(2);
    await expect(browser.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  /** Uses a session, until the use is kept. */
  async function use({ client }: TestBrowser): Promise<void> {
    const today = accounts.clock.now().toISOString().slice(0, 10);
    await expect
      .poll(async () => (await client.sessions.list({})).items.find(({ isCurrent }) => isCurrent)!.usedAt)
      .toContain(today);
  }
});

test('signing in again begins another session and ends the one before', async () => {
  const browser = accounts.openBrowser();
  await browser.signIn('ada@example.org');
  const copy = accounts.openBrowser();
  for (const pair of browser.cookies) copy.cookies.set(...pair);
  expect((await copy.client.people.me({})).name).toBe('Ada');
  await browser.signIn('ada@example.org');
  await expect(copy.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await browser.client.people.me({})).name).toBe('Ada');
});

test('an hour after signing in, how an account is opened cannot be changed', async () => {
  const browser = accounts.openBrowser();
  await browser.signIn('ada@example.org');
  const [other] = (await browser.client.sessions.list({})).items.filter(({ isCurrent }) => !isCurrent);
  const { id } = other!;
  const changes = [
    () => browser.client.tokens.create({ name: 'late', scopes: ['*:*'] }),
    () => browser.client.passkeys.remove({ id }),
    () => browser.client.sessions.end({ id }),
    () => browser.client.sessions.endOthers({}),
  ];
  accounts.clock.forward(DAY / 24 + 1_000);
  for (const change of changes)
    await expect(change()).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringMatching(/Sign in again/),
    });
  expect((await browser.client.people.me({})).name).toBe('Ada');
  accounts.clock.forward(-DAY / 24 - 1_000);
  await browser.client.sessions.end({ id });
});

test('a disabled person is out at once: session, token and password', async () => {
  const id = await invite('bob@example.org', 'Bob');
  const bob = accounts.openBrowser();
  await bob.signIn('bob@example.org');
  const { token } = await bob.client.tokens.create({ name: 'script', scopes: ['*:*'] });
  const program = accounts.withToken(token!);
  expect((await program.people.me({})).scopes).toEqual(['*:*']);

  await ada.client.people.disable({ id });
  await expect(bob.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(program.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await bob.signIn('bob@example.org')).body).toMatchObject({ code: 'forbidden' });
  expect((await bob.signIn('bob@example.org', 'not the password at all')).body).toMatchObject({
    code: 'unauthenticated',
  });

  await ada.client.people.enable({ id });
  expect((await program.people.me({})).name).toBe('Bob');
});

test('sign-ins are on record, failed ones too, without what was typed as a password', async () => {
  const browser = accounts.openBrowser();
  await browser.signIn('ada@example.org', 'hunter2 hunter2');
  await browser.signIn('nobody@example.org', 'hunter2 hunter2');
  const events = await signInEvents('signIn.password');
  const [known, unknown] = events.slice(-2);
  expect(JSON.parse(known!.leaf)).toMatchObject({
    kind: 'sign_in',
    outcome: 'failure',
    actor: { kind: 'anonymous', id: null },
    subject: { kind: 'person' },
  });
  expect(JSON.parse(known!.input!).value).toEqual({ email: 'ada@example.org' });
  expect(JSON.parse(unknown!.leaf)).toMatchObject({ outcome: 'failure', subject: null });
  expect(JSON.stringify(events)).not.toContain('hunter2');
  expect(JSON.parse(events[0]!.leaf)).toMatchObject({
    kind: 'sign_in',
    outcome: 'success',
    actor: { kind: 'person' },
  });
});

test('signing up uninvited is not possible', async () => {
  const { status } = await accounts.openBrowser().send('POST', '/api/auth/sign-up/email', {
    body: { email: 'new@example.org', name: 'New', password: PASSWORD },
  });
  expect(status).toBe(404);
});

test('nothing that was secret is in the database', async () => {
  const { token } = await ada.client.tokens.create({ name: 'deploy', scopes: ['incidents:read'] });
  const { rows } = await sql<{ dump: string }>`
    select string_agg(dumped, ' ') as dump from (
      select row_to_json(t)::text as dumped from api_token t
      union all select row_to_json(t)::text from credential t
      union all select row_to_json(t)::text from invitation t
      union all select row_to_json(t)::text from audit_event t
      union all select row_to_json(t)::text from idempotency_key t
    ) as rows`.execute(accounts.server.db);
  expect(rows[0]!.dump).not.toContain(token);
  expect(rows[0]!.dump).not.toContain(PASSWORD);
  const [, cookie] = [...ada.cookies][0]!;
  const { rows: sessions } =
    await sql`select from session where token = ${decodeURIComponent(cookie)}`.execute(accounts.server.db);
  expect(sessions).toEqual([]);
});
