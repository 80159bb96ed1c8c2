import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** Who may sign, and with which key. */
export interface VerifierKey {
  /** As it is written: `name+keyid+key`. */
  text: string;
  name: string;
  /** First four bytes of a hash over name and key; tells keys of one name apart. */
  id: Buffer;
  key: KeyObject;
}

const ED25519 = 0x01;
const KEY_LENGTH = 32;

/**
 * Reads a verifier key (C2SP signed-note):
 *
 *     afterword-audit/1f0c9d2e7a45+9a3b01c4+AThk…
 *
 * Undefined when it is not one, when its parts do not fit, or when it is not for Ed25519.
 */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim());
  if (!parts) return undefined;
  const [, name = '', idText = '', keyText = ''] = parts;
  const encoded = Buffer.from(keyText, 'base64');
  if (encoded.length !== KEY_LENGTH + 1 || encoded[0] !== ED25519) return undefined;
  const id = createHash('sha256').update(`${name}\n`).update(encoded).digest().subarray(0, 4);
  if (id.toString('hex') !== idText) return undefined;
  const x = encoded.subarray(1).toString('base64url');
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
  return { text: text.trim(), name, id, key };
}
