import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type AccountsServer,
  PASSWORD,
  startAccounts,
  type TestBrowser,
} from '../../../test/harness/accounts.ts';
import { type SmtpServer, startSmtp } from '../../../test/harness/startSmtp.ts';
import { until } from '../../../test/harness/until.ts';
import { LIMITS } from '../platform/auth/attempts.ts';
import { openMail } from '../platform/mail/openMail.ts';

const NEW = 'another horse in the barn';
const HOUR = 60 * 60 * 1000;

let smtp: SmtpServer;
let accounts: AccountsServer;
let withoutMail: AccountsServer;
let ada: TestBrowser;
beforeAll(async () => {
  smtp = await startSmtp();
  const mail = openMail({ url: smtp.url, from: 'Afterword <afterword@example.org>' });
  accounts = await startAccounts({ accounts: { mail } });
  withoutMail = await startAccounts({ beside: accounts });
  ada = await accounts.setUp();
});
beforeEach(async () => {
  smtp.mails.length = 0;
  await accounts.server.db.deleteFrom('attempt').execute();
  await ada.signIn('ada@example.org');
});
afterAll(async () => {
  await withoutMail.close();
  await accounts.close();
  await smtp.stop();
});

const ask = (email: string) => accounts.openBrowser().client.passwords.requestReset({ email });
const tokenIn = (text: string): string => /#token=(\S+)/.exec(text)![1]!;
const mailedToken = async () => tokenIn((await until(() => smtp.mails.at(-1))).text);
const reset = (token: string, password = PASSWORD) =>
  accounts.openBrowser().client.passwords.reset({ token, password });
const jobsAreDone = () =>
  until(async () => {
    const { rows } = await sql`select from graphile_worker.jobs`.execute(accounts.server.db);
    return rows.length === 0 || undefined;
  });

test('a forgotten password is replaced by a link in a mail, once, and every session ends', async () => {
  expect(await ask('Ada@example.org')).toMatchObject({ isMailed: true });
  const token = await mailedToken();
  expect(smtp.mails[0]!.to).toEqual(['ada@example.org']);
  await reset(token, NEW);
  await expect(ada.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  expect((await accounts.openBrowser().signIn('ada@example.org')).status).toBe(401);
  expect((await ada.signIn('ada@example.org', NEW)).status).toBe(204);
  await expect(reset(token)).rejects.toMatchObject({ code: 'invalid' });
  await ada.client.passwords.change({ current: NEW, password: PASSWORD });
});

test('an address that nobody has gets the same answer, and no mail', async () => {
  const [known, unknown] = [await ask('ada@example.org'), await ask('nobody@example.org')];
  expect(unknown.next.replace('nobody', 'ada')).toBe(known.next);
  await jobsAreDone();
  expect(smtp.mails.map(({ to }) => to)).toEqual([['ada@example.org']]);
});

test('nobody’s mailbox is flooded', async () => {
  const answers = [];
  for (let time = 0; time < LIMITS.resetOfAccount.most + 2; time++)
    answers.push(await ask('ada@example.org'));
  expect(new Set(answers.map(({ next }) => next)).size).toBe(1);
  await jobsAreDone();
  expect(smtp.mails).toHaveLength(LIMITS.resetOfAccount.most);
});

test('a link is too old after an hour, and one that was used ends the others', async () => {
  await ask('ada@example.org');
  const first = await mailedToken();
  await ask('ada@example.org');
  const second = await until(() => smtp.mails[1] && tokenIn(smtp.mails[1].text));
  accounts.clock.forward(HOUR + 1);
  await expect(reset(second)).rejects.toMatchObject({ code: 'invalid' });
  accounts.clock.forward(-HOUR - 1);
  await reset(second);
  await expect(reset(first)).rejects.toMatchObject({ code: 'invalid' });
});

test('without mail the answer says what to do, and an administrator hands a link over', async () => {
  const visitor = withoutMail.openBrowser();
  expect(await visitor.client.passwords.requestReset({ email: 'ada@example.org' })).toMatchObject({
    isMailed: false,
    next: expect.stringMatching(/administrator/),
  });
  const administrator = withoutMail.openBrowser();
  await administrator.signIn('ada@example.org');
  const { id } = await administrator.client.people.me({});
  const { link, isMailed } = await administrator.client.people.resetPassword({ id });
  expect(isMailed).toBe(false);
  await reset(tokenIn(link!));
});

test('changing a password needs the present one and ends the other sessions', async () => {
  const other = accounts.openBrowser();
  await other.signIn('ada@example.org');
  await expect(ada.client.passwords.change({ current: NEW, password: NEW })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await ada.client.passwords.change({ current: PASSWORD, password: NEW });
  await expect(other.client.people.me({})).rejects.toMatchObject({ code: 'unauthenticated' });
  await ada.client.passwords.change({ current: NEW, password: PASSWORD });
});

test.each([
  ['short', 'kurz'],
  ['of few characters', 'abababababababab'],
  ['leaked', 'unbelievable'],
  ['leaked in another spelling', 'P@ssw0rd2024!'],
  ['leaked twice over', 'letmeinletmein'],
  ['of keys in a row', '1qaz2wsx3edc4rfv'],
  ['of the product’s name and a year', 'Afterword2026!'],
  ['of the person’s own address', 'ada@example.org1'],
])('a password that is %s is refused', async (_, password) => {
  await expect(ada.client.passwords.change({ current: PASSWORD, password })).rejects.toMatchObject({
    code: 'invalid',
    problem: { issues: expect.arrayContaining([expect.objectContaining({ path: '/password' })]) },
  });
});

test('any characters make a good password', async () => {
  const password = '馬が丘の上に四頭いました';
  await ada.client.passwords.change({ current: PASSWORD, password });
  expect((await ada.signIn('ada@example.org', password)).status).toBe(204);
  await ada.client.passwords.change({ current: password, password: PASSWORD });
});

test('no password and no link is in the audit log or in the queue', async () => {
  await ask('ada@example.org');
  const token = await mailedToken();
  await reset(token, NEW);
  await ada.signIn('ada@example.org', NEW);
  await ada.client.passwords.change({ current: NEW, password: PASSWORD });
  const { rows } = await sql<{ dump: string }>`
    select coalesce(string_agg(row_to_json(event)::text, ' '), '') as dump from audit_event as event`.execute(
    accounts.server.db,
  );
  for (const secret of [token, NEW, PASSWORD]) expect(rows[0]!.dump).not.toContain(secret);
});
