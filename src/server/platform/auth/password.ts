import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** How much work a hash is: log2 of scrypt's N, r and p; 16 MiB, and more than a tenth of a second, on purpose. */
const COST = [14, 8, 5] as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** A hash says how it was made, so that the cost of new ones can rise. */
const OURS = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;
/** As better-auth makes them: its salt is the text of the hexadecimal digits, not their bytes. */
const OF_BETTER_AUTH = /^([0-9a-f]{32}):([0-9a-f]{128})$/;

interface Hash {
  cost: readonly [log2N: number, r: number, p: number];
  salt: Buffer;
  key: Buffer;
}

/** A password as it is kept: salted scrypt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await run(password, { cost: COST, salt, key: Buffer.alloc(KEY_BYTES) });
  return ['scrypt', ...COST, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether a password is the one of a hash; false for a hash of another form. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const hash = readHash(kept);
  return hash !== undefined && timingSafeEqual(await run(password, hash), hash.key);
}

function readHash(kept: string): Hash | undefined {
  const ours = OURS.exec(kept);
  if (ours) {
    const [log2N, r, p] = ours.slice(1, 4).map(Number) as [number, number, number];
    const [salt, key] = ours.slice(4).map(part => Buffer.from(part, 'base64url')) as [Buffer, Buffer];
    return { cost: [log2N, r, p], salt, key };
  }
  const [, salt, key] = OF_BETTER_AUTH.exec(kept) ?? [];
  return salt && key
    ? { cost: [14, 16, 1], salt: Buffer.from(salt), key: Buffer.from(key, 'hex') }
    : undefined;
}

/** One character may be written as several code points, depending on the keyboard: all of them are the same password. */
const run = (password: string, { cost: [log2N, r, p], salt, key }: Hash): Promise<Buffer> =>
  derive(password.normalize('NFKC'), salt, key.length, { N: 2 ** log2N, r, p, maxmem: 2 ** 26 });
