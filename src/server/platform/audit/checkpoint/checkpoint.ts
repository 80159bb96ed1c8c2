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

/** What a checkpoint of ours says; its signature is the verifier's business. Throws when it is none. */
export function readCheckpoint(note: string): Checkpoint & { origin: string } {
  const [origin = '', size = '', root = ''] = note.split('\n');
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, 'base64') };
  if (!/^\d+$/.test(size) || checkpoint.root.length !== 32) throw new Error('This is not a checkpoint.');
  return checkpoint;
}
