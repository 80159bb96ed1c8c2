import { createPrivateKey, generateKeyPairSync, hash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createFolder } from '../../../../recorder/createFolder.ts';
import { readIfThere } from '../../readIfThere.ts';

/** What signs the log's checkpoints. */
export interface SigningKey {
  /** The log's name, first line of every checkpoint: `afterword-audit/1f0c9d2e7a45`. */
  origin: string;
  /** What auditors check signatures with (C2SP signed-note verifier key): `origin+keyid+key`. */
  publicKey: string;
  /** The signed note over a text that ends in a newline. */
  sign(text: string): string;
  /** The line that signs such a text, with its newline: a note may have several. */
  signatureOf(text: string): string;
}

/** A file that holds no signing key; the message says what to do. */
export class BadSigningKey extends Error {}

const ED25519 = Buffer.of(0x01);
const HEADING = 'PRIVATE+KEY';

/**
 * The log's signing key, made with mode 0600 when the file is missing. Servers of one database need the same file. Keep
 * a copy elsewhere: with another key the log goes on under another name. Throws BadSigningKey.
 */
export async function readOrMakeSigningKey(path: string): Promise<SigningKey> {
  return (
    (await readSigningKey(path)) ?? makeSigningKey(path, `afterword-audit/${randomBytes(6).toString('hex')}`)
  );
}

/** The signing key in a file; undefined when there is none. Throws BadSigningKey. */
export async function readSigningKey(path: string): Promise<SigningKey | undefined> {
  const content = await readIfThere(path);
  return content && parse(content.toString('utf8').trim(), path);
}

/**
 * Makes a key for the log of this name in a new file. It is written beside it first: two servers that start at once agree on
 * one key, and a crash leaves none in half.
 */
export async function makeSigningKey(path: string, origin: string): Promise<SigningKey> {
  const { d, x } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const seed = Buffer.concat([ED25519, Buffer.from(d!, 'base64url')]).toString('base64');
  const id = keyId(origin, Buffer.from(x!, 'base64url')).toString('hex');
  await createFolder(dirname(path));
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${HEADING}+${origin}+${id}+${seed}\n`);
    await file.sync();
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await rm(draft, { force: true });
  }
  return (await readSigningKey(path))!;
}

/** Reads `PRIVATE+KEY+origin+keyid+seed`, as signed notes have it. */
function parse(text: string, path: string): SigningKey {
  const parts = /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text);
  const [, origin = '', id = '', encoded = ''] = parts ?? [];
  const seed = Buffer.from(encoded, 'base64');
  if (seed.length !== 33 || !seed.subarray(0, 1).equals(ED25519))
    throw new BadSigningKey(
      `${path} holds no signing key of an audit log. Give the file that Afterword made.`,
    );
  const key = privateKeyOf(seed.subarray(1));
  const publicBytes = Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
  if (keyId(origin, publicBytes).toString('hex') !== id)
    throw new BadSigningKey(`${path} is damaged: its parts do not fit. Bring back a copy of it.`);
  const signatureOf = (note: string): string => {
    const signature = Buffer.concat([keyId(origin, publicBytes), sign(null, Buffer.from(note), key)]);
    return `— ${origin} ${signature.toString('base64')}\n`;
  };
  return {
    origin,
    publicKey: `${origin}+${id}+${Buffer.concat([ED25519, publicBytes]).toString('base64')}`,
    sign: note => `${note}\n${signatureOf(note)}`,
    signatureOf,
  };
}

const keyId = (origin: string, publicBytes: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${origin}\n`), ED25519, publicBytes]), 'buffer').subarray(0, 4);

/** PKCS #8 of an Ed25519 seed is this prefix and the seed (RFC 8410, 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
