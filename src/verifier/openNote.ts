import { verify } from 'node:crypto';
import type { VerifierKey } from './verifierKey.ts';

/** A signed note (C2SP signed-note), taken apart: the text that was signed, and the lines with its signatures. */
export interface Note {
  /** Ends in a newline. */
  text: string;
  signatures: readonly string[];
}

/** Takes a note apart; undefined when it is none. */
export function openNote(note: string): Note | undefined {
  const end = note.lastIndexOf('\n\n');
  return end < 0 ? undefined : { text: note.slice(0, end + 1), signatures: note.slice(end + 2).split('\n') };
}

/** What a note says of a key: that it signed, that it is said to have signed and did not, or nothing. */
export type Signed = 'yes' | 'forged' | 'no';

/** Whether a key signed a note. Signatures of others may stand beside it. */
export function isSignedBy({ text, signatures }: Note, { name, id, key }: VerifierKey): Signed {
  const said = signatures.flatMap(line => {
    const [dash, signer, encoded = ''] = line.split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    const isOurs = dash === '—' && signer === name && bytes.subarray(0, id.length).equals(id);
    return isOurs ? [bytes.subarray(id.length)] : [];
  });
  if (said.length === 0) return 'no';
  return said.some(signature => verify(null, Buffer.from(text), key, signature)) ? 'yes' : 'forged';
}
