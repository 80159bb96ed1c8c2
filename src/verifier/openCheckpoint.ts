import type { KeyTerm } from './followKeys.ts';
import { type LogState, readState } from './logState.ts';
import { isSignedBy, openNote } from './openNote.ts';

/** What a signed checkpoint says. */
export interface Checkpoint extends LogState {
  origin: string;
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
 * Signatures of others may stand below it; one must be of the key whose turn it was when the log had that many entries.
 *
 * @param keys in their order, at least one
 */
export function openCheckpoint(text: string, keys: readonly KeyTerm[]): OpenedCheckpoint {
  const note = openNote(text);
  if (!note) return { refused: 'it is not a signed note' };
  const [origin = '', size = '', root = ''] = note.text.split('\n');
  const state = readState(size, root);
  if (!state || origin === '')
    return { refused: 'it is not a checkpoint: origin, size and root are expected in its first lines' };
  const newest = keys.at(-1)!.key;
  if (origin !== newest.name) return { refused: `it is of another log, ${origin}` };
  const signers = keys.filter(({ key }) => isSignedBy(note, key) === 'yes');
  if (signers.some(({ from, to }) => from <= state.size && state.size <= to))
    return { checkpoint: { origin, ...state } };
  const late = signers[0];
  if (late) return { refused: `it is signed by ${late.key.text} when it was another key's turn` };
  const forged = keys.find(({ key }) => isSignedBy(note, key) === 'forged');
  return forged
    ? { refused: `its signature does not fit the key ${forged.key.text}` }
    : { refused: `it is not signed by ${newest.text}` };
}
