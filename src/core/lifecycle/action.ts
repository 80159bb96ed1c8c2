/**
 * A promised change. Done is what its owner says; verified is what its check says. Reopening leads back to open, so
 * that whatever counts open actions counts it again.
 */
import { refuse, type StateTable, type Step, to } from './stateTable.ts';

export const ACTION_STATES = ['open', 'in-progress', 'done', 'verified', 'cancelled'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

export const ACTION_TRANSITIONS = ['start', 'finish', 'verify', 'cancel', 'reopen'] as const;
export type ActionTransition = (typeof ACTION_TRANSITIONS)[number];

const notDone = refuse('Only what is done can be verified. Finish the action first, then run its check.');
const isUnfinished = refuse(
  'The action is not finished, so there is nothing to reopen. Go on with it, or finish it.',
);
const isCancelled = refuse('The action was cancelled. Reopen it first, with a reason.');
const isVerified = refuse(
  'The action is verified. If its check no longer holds or the incident came back, reopen it with that as the reason.',
);
const isDone = refuse('The action is done. Verify it, or reopen it with a reason if something is missing.');

export const ACTION_TABLE = {
  open: {
    start: to('in-progress'),
    finish: to('done'),
    verify: notDone,
    cancel: to('cancelled'),
    reopen: isUnfinished,
  },
  'in-progress': {
    start: refuse('Work on the action has begun already. Finish it when the change is in place.'),
    finish: to('done'),
    verify: notDone,
    cancel: to('cancelled'),
    reopen: isUnfinished,
  },
  done: {
    start: isDone,
    finish: isDone,
    verify: to('verified'),
    cancel: isDone,
    reopen: to('open'),
  },
  verified: {
    start: isVerified,
    finish: isVerified,
    verify: refuse('The action is verified already. Reopen it if its check no longer holds.'),
    cancel: isVerified,
    reopen: to('open'),
  },
  cancelled: {
    start: isCancelled,
    finish: isCancelled,
    verify: isCancelled,
    cancel: refuse('The action is cancelled already. Reopen it, with a reason, to take it up again.'),
    reopen: to('open'),
  },
} as const satisfies StateTable<ActionState, ActionTransition>;

/** What a person must give with each transition. */
export const ACTION_NEEDS = {
  start: 'nothing',
  finish: 'nothing',
  verify: 'evidence',
  cancel: 'reason',
  reopen: 'reason',
} as const satisfies Record<ActionTransition, 'nothing' | 'reason' | 'evidence'>;

const SETTLED = {
  open: false,
  'in-progress': false,
  done: false,
  verified: true,
  cancelled: true,
} as const satisfies Record<ActionState, boolean>;

/** Whether nothing is left to be done, verification included. */
export const isSettled = (state: ActionState): boolean => SETTLED[state];

/** States in which a due day can be missed: what is done waits for its proof, not for its owner. */
export const UNFINISHED: readonly ActionState[] = ['open', 'in-progress'];

/** The state that a transition leads to, or the reason why it does not and what to do instead. */
export function nextActionState(state: ActionState, transition: ActionTransition): Step<ActionState> {
  return ACTION_TABLE[state][transition];
}
