import { hashPassword as hashAsBetterAuth } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

test('a password is known again, and no other is', async () => {
  const hash = await hashPassword('caf\u00e9 at the harbour');
  expect(await isPassword('cafe\u0301 at the harbour', hash)).toBe(true);
  for (const other of [
    'Caf\u00e9 at the harbour',
    'caf\u00e9 at the harbour ',
    'caf\u00e9 at the harbou',
    '',
  ])
    expect([other, await isPassword(other, hash)]).toEqual([other, false]);
});

test('two hashes of one password tell nothing of each other', async () => {
  const [one, other] = [await hashPassword('cafe at the harbour'), await hashPassword('cafe at the harbour')];
  expect(one.split('$').slice(0, 4)).toEqual(['scrypt', '14', '8', '5']);
  expect(one.split('$').slice(4)).not.toEqual(other.split('$').slice(4));
});

test('what better-auth hashed is known too', async () => {
  const hash = await hashAsBetterAuth('cafe at the harbour');
  expect(await isPassword('cafe at the harbour', hash)).toBe(true);
  expect(await isPassword('cafe at the harbor', hash)).toBe(false);
});

test.each(['', 'x', 'scrypt$1$2$3', `${'0'.repeat(32)}:`])('no password is the one of %j', async hash => {
  expect(await isPassword('', hash)).toBe(false);
});
