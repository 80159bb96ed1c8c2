import { verify } from 'node:crypto';
import { HASH_LENGTH } from './merkle.ts';
import type { VerifierKey } from './verifierKey.ts';

/** What a signed checkpoint says: the log of this origin had this root when it was `size` entries long. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** A checkpoint that says something, or why it does not. */
export type OpenedCheckpoint = { checkpoint: Checkpoint } | { refused: string };

/**
 * Reads a checkpoint (C2SP tlog-checkpoint in a signed note) and checks its signature:
 *
 *     afterword-audit/1f0c9d2e7a45
 *     1042
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *
 *     — afterword-audit/1f0c9d2e7a45 mjsBxI9k…
 *
 * Signatures of others may stand below it; one must be the key's.
 */
export function openCheckpoint(note: string, key: VerifierKey): OpenedCheckpoint {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return { refused: 'it is not a signed note' };
  const text = note.slice(0, end + 1);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const checkpoint = { origin, size: Number(size), root: Buffer.from(root, 'base64') };
  const isWellFormed =
    origin !== '' &&
    /^(0|[1-9]\d{0,15})$/.test(size) &&
    checkpoint.root.length === HASH_LENGTH &&
    checkpoint.root.toString('base64') === root;
  if (!isWellFormed)
    return { refused: 'it is not a checkpoint: origin, size and root are expected in its first lines' };
  if (origin !== key.name) return { refused: `it is of another log, ${origin}` };
  const signatures = signaturesOf(note.slice(end + 2), key);
  if (signatures.length === 0) return { refused: `it is not signed by ${key.text}` };
  if (!signatures.some(signature => verify(null, Buffer.from(text), key.key, signature)))
    return { refused: `its signature does not fit the key ${key.text}` };
  return { checkpoint };
}

/** What the key is said to have signed. */
function signaturesOf(lines: string, { name, id }: VerifierKey): Buffer[] {
  return lines.split('\n').flatMap(line => {
    const [dash, signer, encoded = ''] = line.split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    const isOurs = dash === '—' && signer === name && bytes.subarray(0, id.length).equals(id);
    return isOurs ? [bytes.subarray(id.length)] : [];
  });
}
