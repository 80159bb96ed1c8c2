import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AccountsServer, PASSWORD, startAccounts } from '../../../../test/harness/accounts.ts';
import { LIMITS, type Limit, networkOf, takeAttempt } from './attempts.ts';

let accounts: AccountsServer;
let other: AccountsServer;
beforeAll(async () => {
  accounts = await startAccounts();
  other = await startAccounts({ beside: accounts });
  await accounts.setUp();
});
beforeEach(() => accounts.server.db.deleteFrom('attempt').execute());
afterAll(async () => {
  await other.close();
  await accounts.close();
});

const WRONG = 'not the password at all';
const known = 'ada@example.org';
const unknown = 'nobody@example.org';
const tries = (count: number, email: string, server = accounts) =>
  Promise.all(Array.from({ length: count }, () => server.openBrowser().signIn(email, WRONG)));

/** Tries of before, without the work of checking passwords. */
async function count(times: number, limit: Limit, of: string): Promise<void> {
  const context = { ...accounts.server.platform, now: accounts.clock.now };
  for (let time = 0; time < times; time++) await takeAttempt(context, { limit, of });
}

test('an account is locked after some wrong passwords, whatever process was asked, and opens again', async () => {
  const { most, within } = LIMITS.signInToAccount;
  await count(most - 2, 'signInToAccount', known);
  await tries(1, known);
  await tries(1, known, other);
  const locked = await other.openBrowser().signIn(known);
  expect(locked).toMatchObject({ status: 429, body: { code: 'rate_limited' } });
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(within - 60);
  expect(locked.body.detail).toMatch(/Wait 15 minutes/);
  accounts.clock.forward((within + 1) * 1000);
  expect((await accounts.openBrowser().signIn(known)).status).toBe(204);
});

test('of many guesses at once no more get through than one after the other', async () => {
  const answers = await tries(3 * LIMITS.signInToAccount.most, known);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(LIMITS.signInToAccount.most);
});

test('the right password forgets the wrong ones', async () => {
  const { most } = LIMITS.signInToAccount;
  for (const _ of [1, 2]) {
    await count(most - 2, 'signInToAccount', known);
    await tries(1, known);
    expect((await accounts.openBrowser().signIn(known)).status).toBe(204);
  }
});

test('a network that tries many addresses has to wait', async () => {
  await count(LIMITS.signInFromNetwork.most - 1, 'signInFromNetwork', '127.0.0.1');
  expect((await tries(1, 'one@example.org'))[0]!.status).toBe(401);
  expect((await accounts.openBrowser().signIn('another@example.org', WRONG)).status).toBe(429);
});

describe('an address that nobody has', () => {
  test('is answered like one that somebody has, up to the lock', async () => {
    const upToLock = async (email: string) => {
      await count(LIMITS.signInToAccount.most - 1, 'signInToAccount', email);
      return [...(await tries(1, email)), ...(await tries(1, email))];
    };
    const [ofKnown, ofUnknown] = [await upToLock(known), await upToLock(unknown)];
    const shown = ({ status, body, headers }: (typeof ofKnown)[number]) => ({
      status,
      body: { ...body, instance: '' },
      headers: Object.keys(headers).filter(name => name !== 'date'),
    });
    expect(ofUnknown.map(shown)).toEqual(ofKnown.map(shown));
  });

  test('takes about the same work', async () => {
    const taken = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    // The shortest of several, turn by turn: what the machine does besides only makes them longer.
    for (let round = 0; round < 4; round++)
      for (const who of ['known', 'unknown'] as const) {
        const start = performance.now();
        await tries(1, who === 'known' ? known : unknown);
        taken[who] = Math.min(taken[who], performance.now() - start);
      }
    const ratio = taken.unknown / taken.known;
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  test('gets the same answer when a reset is asked for', async () => {
    const ask = (email: string) =>
      accounts.openBrowser().send('POST', '/api/v1/passwords/request-reset', { body: { email } });
    const [first, second] = [await ask(known), await ask(unknown)];
    expect(second.status).toBe(first.status);
    expect(second.body).toEqual(first.body);
  });
});

test('guessing set-up tokens, invitations and reset links is limited', async () => {
  const guess = (path: string, body: object) =>
    accounts
      .openBrowser()
      .send('POST', `/api/v1/${path}`, { body: { token: 'guess', password: PASSWORD, ...body } });
  const paths = [
    ['invitations/accept', { name: 'Eve' }],
    ['passwords/reset', {}],
  ] as const;
  await count(LIMITS.ticketFromNetwork.most - paths.length, 'ticketFromNetwork', '127.0.0.1');
  for (const [path, body] of paths) expect((await guess(path, body)).status).toBe(422);
  for (const [path, body] of paths) {
    const { status, headers } = await guess(path, body);
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  }
});

test('the database does not hold the addresses that were tried', async () => {
  await tries(1, unknown);
  const rows = await accounts.server.db.selectFrom('attempt').selectAll().execute();
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows.map(({ key }) => key.toString()))).not.toContain('nobody');
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '::ffff:192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['1:2:3:4:5::', '1:2:3:4'],
  [null, 'unknown'],
])('%s counts as %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
