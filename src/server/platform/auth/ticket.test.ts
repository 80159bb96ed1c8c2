import { randomBytes, randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSigned } from './cookie.ts';
import { isSameOrigin } from './sameOrigin.ts';
import { makeTicket, openTicket } from './ticket.ts';

const [invitations, resets] = [randomBytes(32), randomBytes(32)];

test('a ticket opens what it was made for, and nothing of another kind', () => {
  const id = randomUUIDv7();
  expect(openTicket(invitations, makeTicket(invitations, id))).toBe(id);
  expect(openTicket(resets, makeTicket(invitations, id))).toBeUndefined();
});

test('nothing that was made up, or changed in one place, is a ticket', () => {
  const ticket = makeTicket(invitations, randomUUIDv7());
  const changed = fc
    .tuple(fc.nat(ticket.length - 1), fc.string({ minLength: 1, maxLength: 1 }))
    .map(([at, character]) => ticket.slice(0, at) + character + ticket.slice(at + 1))
    .filter(text => text !== ticket);
  fc.assert(
    fc.property(fc.oneof(fc.string(), changed), text => {
      expect(openTicket(invitations, text)).toBeUndefined();
    }),
  );
});

test('no text is a signed cookie by chance', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      expect(openSigned(text, 'secret')).toBeUndefined();
    }),
  );
});

const OURS = 'https://afterword.example';
test.each([
  [true, { 'sec-fetch-site': 'same-origin' }],
  [true, { origin: OURS }],
  [true, { origin: 'http://10.0.0.7:4600', host: '10.0.0.7:4600' }],
  [false, { 'sec-fetch-site': 'same-site', origin: OURS }],
  [false, { 'sec-fetch-site': 'none' }],
  [false, { origin: 'https://afterword.example.evil.example', host: 'afterword.example' }],
  [false, { origin: 'null', host: 'afterword.example' }],
  [false, { referer: OURS }],
  [false, {}],
])('%s: %j is a page of ours', (is, headers) => {
  expect(isSameOrigin(headers, OURS)).toBe(is);
});
