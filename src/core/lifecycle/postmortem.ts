/**
 * A postmortem's course. `ready` means that its authors think it finished: the place where review and publication
 * attach, as rows of this table.
 */
import { refuse, type StateTable, type Step, to } from './stateTable.ts';

export const POSTMORTEM_STATES = ['draft', 'ready', 'withdrawn'] as const;
export type PostmortemState = (typeof POSTMORTEM_STATES)[number];

export const POSTMORTEM_TRANSITIONS = ['finish', 'revise', 'withdraw'] as const;
export type PostmortemTransition = (typeof POSTMORTEM_TRANSITIONS)[number];

export const POSTMORTEM_TABLE = {
  draft: {
    finish: to('ready'),
    revise: refuse(
      'The postmortem is a draft already: go on writing, and finish it when it says what it should.',
    ),
    withdraw: to('withdrawn'),
  },
  ready: {
    finish: refuse(
      'The postmortem is finished already. Revise it first if something is still to be written.',
    ),
    revise: to('draft'),
    withdraw: to('withdrawn'),
  },
  withdrawn: {
    finish: refuse(
      'The postmortem was withdrawn. Revise it first, which makes it a draft again; then finish it.',
    ),
    revise: to('draft'),
    withdraw: refuse('The postmortem is withdrawn already. Revise it to take it up again.'),
  },
} as const satisfies StateTable<PostmortemState, PostmortemTransition>;

/** What must come with each transition, and whether text may be edited in each state. */
export const NEEDS_REASON = {
  finish: false,
  revise: false,
  withdraw: true,
} as const satisfies Record<PostmortemTransition, boolean>;

const EDITABLE = {
  draft: true,
  ready: false,
  withdrawn: false,
} as const satisfies Record<PostmortemState, boolean>;

/** Whether sections may be edited; where not, revising makes it so. */
export const isEditable = (state: PostmortemState): boolean => EDITABLE[state];

/** The state that a transition leads to, or the reason why it does not and what to do instead. */
export function nextPostmortemState(
  state: PostmortemState,
  transition: PostmortemTransition,
): Step<PostmortemState> {
  return POSTMORTEM_TABLE[state][transition];
}
