import { isFiller } from '../writing/isFiller.ts';
import { ACTION_NEEDS, type ActionState, type ActionTransition, nextActionState } from './action.ts';
import { refuse, type Step } from './stateTable.ts';
import type { VerificationPlan } from './verification.ts';

export interface MovedAction {
  state: ActionState;
  verification: VerificationPlan | null;
  /** Whether who moves it is who owns it. */
  isByOwner: boolean;
}

const ASKED = {
  nothing: '',
  reason: 'Say why, so that the next reader understands it. Write a sentence.',
  evidence: 'Say what evidence was seen: the query’s result, the run, the record of the drill.',
} as const;

/**
 * Moves an action by one transition, given what was said with it. Only what has a plan can be verified, and a sign-off
 * is given by someone other than the owner.
 */
export function moveAction(
  { state, verification, isByOwner }: MovedAction,
  transition: ActionTransition,
  note: string,
): Step<ActionState> {
  const step = nextActionState(state, transition);
  if ('refused' in step) return step;
  const need = ACTION_NEEDS[transition];
  if (need !== 'nothing' && isFiller(note)) return refuse(ASKED[need]);
  if (transition !== 'verify') return step;
  if (verification === null)
    return refuse('Nothing says how the action is proved. Add a verification plan first, then verify by it.');
  if (verification.kind === 'sign-off' && isByOwner)
    return refuse('The owner of an action cannot sign it off. Ask somebody else to look at the evidence.');
  return step;
}
