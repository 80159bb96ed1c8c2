import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmtpServer, startSmtp } from '../../../../test/harness/startSmtp.ts';
import { openMail } from './openMail.ts';

const MAIL = { to: 'ada@example.org', subject: 'A link', text: 'https://afterword.example/…\n' };

let smtp: SmtpServer;
/** By a name that is not the machine's own, so that it counts as another. */
let elsewhere: string;
beforeAll(async () => {
  smtp = await startSmtp();
  elsewhere = smtp.url.replace('127.0.0.1', '0.0.0.0');
});
afterAll(() => smtp.stop());

const send = (url: string, mail = MAIL) => openMail({ url, from: 'afterword@example.org' })(mail);

test('on this machine a mail needs no encryption', async () => {
  await send(smtp.url);
  expect(smtp.mails.at(-1)!.headers.get('auto-submitted')).toBe('auto-generated');
});

test('to another machine no mail goes unencrypted, even where the server offers nothing else', async () => {
  const before = smtp.mails.length;
  await expect(send(elsewhere)).rejects.toThrow(/STARTTLS/);
  expect(smtp.mails).toHaveLength(before);
});

test('who must, says so in the address', async () => {
  const before = smtp.mails.length;
  await send(`${elsewhere}?requireTLS=false`);
  expect(smtp.mails).toHaveLength(before + 1);
});

test('names and subjects cannot add headers or recipients', async () => {
  await send(smtp.url, { ...MAIL, subject: 'Hello\r\nBcc: mallory@example.org\r\n\r\nInstead' });
  const { to, headers } = smtp.mails.at(-1)!;
  expect(to).toEqual(['ada@example.org']);
  expect(headers.has('bcc')).toBe(false);
});
