import type { SigningKey } from './signingKey.ts';

/** A state of the log. */
export interface Checkpoint {
  size: number;
  root: Buffer;
}

/** A state of the log as a signed note (C2SP tlog-checkpoint). */
export function signCheckpoint({ size, root }: Checkpoint, key: SigningKey): string {
  return key.sign(`${key.origin}\n${size}\n${root.toString('base64')}\n`);
}

/** Whether a note names a key, by its public form, as the one that signed it. */
export function isSignedBy(note: string, publicKey: string): boolean {
  const [origin = '', id = ''] = publicKey.split('+');
  const [, signer, signature = ''] = note.slice(note.lastIndexOf('\n— ') + 1).split(' ');
  return signer === origin && Buffer.from(signature, 'base64').toString('hex', 0, 4) === id;
}

/** What a checkpoint of ours says; its signature is the verifier's business. Throws when it is none. */
export function readCheckpoint(note: string): Checkpoint & { origin: string } {
  const [origin = '', size = '', root = ''] = note.split('\n');
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, 'base64') };
  if (!/^\d+$/.test(size) || checkpoint.root.length !== 32) throw new Error('This is not a checkpoint.');
  return checkpoint;
}
