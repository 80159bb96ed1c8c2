import { ACTION_STATES, isSettled } from '../../core/lifecycle/action.ts';
import type { ListInput } from './action.ts';

/** What the list shows, as it stands in the address. */
export interface ActionSearch {
  view?: 'board';
  text?: string;
  mine?: boolean;
  overdue?: boolean;
  /** A state, or `any`; what is not settled unless said. */
  state?: string;
  priority?: string;
  kind?: string;
  /** An id, or `nobody`. */
  owner?: string;
  service?: string;
  sort?: string;
  /** The action that the drawer shows; `new` for one to add. */
  open?: string;
}

export type SearchChange = Partial<Record<keyof ActionSearch, string | boolean | undefined>>;

const UNSETTLED = ACTION_STATES.filter(state => !isSettled(state));

/** The states that are asked for; undefined for any. */
function statesOf(state: string | undefined): ListInput['state'] {
  if (state === 'any') return undefined;
  return state ? [state as 'open'] : [...UNSETTLED];
}

/** The operation's input that a state of the address asks for. */
export function toInput({ state, ...filters }: ActionSearch): ListInput {
  const states = statesOf(state);
  return { ...inputBesideState(filters), ...(states && { state: states }) };
}

/** The same without the state, for a board, which shows a column for each. */
export const inputBesideState = ({
  text,
  mine,
  overdue,
  priority,
  kind,
  owner,
  service,
  sort,
}: ActionSearch): ListInput => ({
  limit: 50,
  ...(text && { text }),
  ...(mine && { isMine: true }),
  ...(overdue && { isOverdue: true }),
  ...(priority && { priority: [priority as 'p1'] }),
  ...(kind && { kind: [kind as 'prevent'] }),
  ...(owner && (owner === 'nobody' ? { isOwned: false } : { ownerId: owner })),
  ...(service && { serviceId: service }),
  ...(sort && { sort: sort as 'due' }),
});

/** Whether some filter narrows the list. */
export const isNarrowed = ({ view, open, sort, ...filters }: ActionSearch): boolean =>
  Object.values(filters).some(Boolean);
