import { type LogState, readState } from './logState.ts';
import { isSignedBy, openNote } from './openNote.ts';
import { parseVerifierKey, type VerifierKey } from './verifierKey.ts';

/** What a rotation says: the log in this state was handed over from one key to another. */
export interface Rotation extends LogState {
  origin: string;
  from: VerifierKey;
  to: VerifierKey;
}

/**
 * Reads a rotation, which both keys must have signed:
 *
 *     afterword-audit/1f0c9d2e7a45
 *     key rotation
 *     1042
 *     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
 *     afterword-audit/1f0c9d2e7a45+9a3b01c4+AThk…
 *     afterword-audit/1f0c9d2e7a45+55c0e1aa+AYk2…
 *
 *     — afterword-audit/1f0c9d2e7a45 mjsBxI9k…
 *     — afterword-audit/1f0c9d2e7a45 VcDhqmQx…
 *
 * That the older one signed shows who follows it to whoever trusts the older one; that the newer one signed, whom it
 * follows to whoever trusts the newer one.
 */
export function openRotation(text: string): { rotation: Rotation } | { refused: string } {
  const note = openNote(text);
  if (!note) return { refused: 'it is not a signed note' };
  const [origin = '', kind, size = '', root = '', older = '', newer = ''] = note.text.split('\n');
  const state = readState(size, root);
  const from = parseVerifierKey(older);
  const to = parseVerifierKey(newer);
  if (kind !== 'key rotation' || !state || !from || !to)
    return { refused: 'it is not the rotation of a key: state of the log and two keys are expected' };
  if (from.name !== origin || to.name !== origin || from.text === to.text)
    return { refused: 'its keys are not two of the same log' };
  for (const key of [from, to])
    if (isSignedBy(note, key) !== 'yes') return { refused: `it is not signed by ${key.text}` };
  return { rotation: { origin, ...state, from, to } };
}
