import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type AccountsServer,
  PASSWORD,
  startAccounts,
  type TestBrowser,
} from '../../../test/harness/accounts.ts';
import { type SmtpServer, startSmtp } from '../../../test/harness/startSmtp.ts';
import { until } from '../../../test/harness/until.ts';
import { openMail } from '../platform/mail/openMail.ts';

const DAY = 24 * 60 * 60 * 1000;

let smtp: SmtpServer;
let accounts: AccountsServer;
let withMail: AccountsServer;
let ada: TestBrowser;
beforeAll(async () => {
  smtp = await startSmtp();
  accounts = await startAccounts();
  const mail = openMail({ url: smtp.url, from: 'Afterword <afterword@example.org>' });
  withMail = await startAccounts({ beside: accounts, accounts: { mail } });
  ada = await accounts.setUp();
});
beforeEach(() => accounts.server.db.deleteFrom('attempt').execute());
afterAll(async () => {
  await withMail.close();
  await accounts.close();
  await smtp.stop();
});

const tokenOf = (link: string): string => new URLSearchParams(new URL(link).hash.slice(1)).get('token')!;
const mailTo = (email: string) =>
  until(() => smtp.mails.findLast(({ to }) => to.includes(email)), { what: `a mail to ${email}` });
const linkIn = (text: string): string => /http\S+#\S+/.exec(text)![0];
const accept = (token: string, name = 'Bea') =>
  accounts.openBrowser().client.invitations.accept({ token, name, password: PASSWORD });

test('without mail an invitation is a link to hand over; it makes an account with roles and teams, once', async () => {
  const team = await ada.client.teams.add({ name: 'Checkout' });
  const made = await ada.client.invitations.create({
    email: 'Bea@Example.org',
    roles: ['responder', 'reviewer'],
    teamIds: [team.id],
  });
  expect(made).toMatchObject({
    email: 'bea@example.org',
    state: 'open',
    isMailed: false,
    teams: [{ name: 'Checkout' }],
  });
  expect(made.link).toMatch(/^http:\/\/localhost:4600\/invitation#token=.*email=bea%40example.org$/);

  expect(await accept(tokenOf(made.link!))).toMatchObject({ email: 'bea@example.org' });
  const bea = accounts.openBrowser();
  expect((await bea.signIn('bea@example.org')).status).toBe(204);
  expect(await bea.client.people.me({})).toMatchObject({
    name: 'Bea',
    roles: ['responder', 'reviewer'],
    teams: [{ name: 'Checkout' }],
  });
  await expect(accept(tokenOf(made.link!))).rejects.toMatchObject({ code: 'invalid' });
  expect((await ada.client.invitations.list({ state: 'accepted' })).items).toMatchObject([
    { id: made.id, invitedBy: { name: 'Ada' }, acceptedBy: { name: 'Bea' } },
  ]);
});

test('of many who accept one invitation at once, one gets the account', async () => {
  const { link } = await ada.client.invitations.create({ email: 'race@example.org' });
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => accept(tokenOf(link!))));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an invitation that was replaced, taken back or left too long opens nothing', async () => {
  const first = await ada.client.invitations.create({ email: 'cid@example.org' });
  const second = await ada.client.invitations.create({ email: 'cid@example.org', days: 1 });
  await expect(accept(tokenOf(first.link!))).rejects.toMatchObject({ code: 'invalid' });
  accounts.clock.forward(2 * DAY);
  await expect(accept(tokenOf(second.link!))).rejects.toMatchObject({ code: 'invalid' });
  accounts.clock.forward(-2 * DAY);
  await ada.client.invitations.revoke({ id: second.id });
  await expect(accept(tokenOf(second.link!))).rejects.toMatchObject({ code: 'invalid' });
  const { items } = await ada.client.invitations.list({ state: 'revoked' });
  expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
});

test.each([
  [
    'of another invitation',
    (own: string, other: string) => own.split('.')[0] + other.slice(own.indexOf('.')),
  ],
  ['with a bit turned', (own: string) => own.replace(/.$/, last => (last === 'A' ? 'E' : 'A'))],
  ['with something behind it', (own: string) => `${own}x`],
  ['empty', () => ''],
])('a signature %s opens nothing', async (_, forge) => {
  const { link } = await ada.client.invitations.create({ email: 'dan@example.org' });
  const { link: other } = await ada.client.invitations.create({ email: 'dora@example.org' });
  await expect(accept(forge(tokenOf(link!), tokenOf(other!)))).rejects.toMatchObject({ code: 'invalid' });
});

test('somebody with an account is not invited', async () => {
  await expect(ada.client.invitations.create({ email: 'ADA@example.org' })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('with mail the invitation is mailed, and nobody else sees the link', async () => {
  const eve = withMail.openBrowser();
  await eve.signIn('ada@example.org');
  const made = await eve.client.invitations.create({ email: 'finn@example.org', roles: ['owner'] });
  expect(made).toMatchObject({ isMailed: true });
  expect(made).not.toHaveProperty('link');
  const mail = await mailTo('finn@example.org');
  expect(mail).toMatchObject({ from: 'afterword@example.org', to: ['finn@example.org'] });
  expect(mail.headers.get('subject')).toBe('Ada invites you to Afterword');
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  await accept(tokenOf(linkIn(mail.text)), 'Finn');
  expect((await accounts.openBrowser().signIn('finn@example.org')).status).toBe(204);
});

test('a mail that the SMTP server did not take waits and goes out later', async () => {
  smtp.isBroken = true;
  const browser = withMail.openBrowser();
  await browser.signIn('ada@example.org');
  await browser.client.invitations.create({ email: 'gus@example.org' });
  const failed = await until(async () =>
    (await browser.client.jobs.list({})).items.find(
      ({ name, lastError }) => name === 'invitations.mail' && lastError,
    ),
  );
  smtp.isBroken = false;
  await browser.client.jobs.retry({ id: failed.id });
  expect((await mailTo('gus@example.org')).headers.get('subject')).toMatch(/invites you/);
});

test('an answer that is repeated for its key lacks the link, and the key’s row does too', async () => {
  const ask = () =>
    ada.client.invitations.create({ email: 'hal@example.org' }, { context: { idempotencyKey: 'once' } });
  const [first, again] = [await ask(), await ask()];
  expect(first.link).toMatch(/#token=/);
  expect(again).toMatchObject({ id: first.id });
  expect(again).not.toHaveProperty('link');
  const rows = await accounts.server.db.selectFrom('idempotencyKey').select('answer').execute();
  expect(JSON.stringify(rows)).not.toContain(tokenOf(first.link!));
});
