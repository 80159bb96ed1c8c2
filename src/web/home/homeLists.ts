import { api } from '../api.ts';

const SHOWN = 8;
const BURNING = ['declared', 'acknowledged', 'mitigated'] as const;
const OPEN_STATES = ['open', 'in-progress', 'done'] as const;

/** What the home page asks for. */
export const homeLists = {
  burning: api.incidents.list.queryOptions({
    input: { state: [...BURNING], sort: 'gravest', limit: SHOWN },
  }),
  mine: api.actions.list.queryOptions({
    input: { isMine: true, state: [...OPEN_STATES], sort: 'due', limit: SHOWN },
  }),
  myPostmortems: api.postmortems.list.queryOptions({
    input: { isMine: true, state: ['draft'], limit: SHOWN },
  }),
  overdue: api.actions.list.queryOptions({ input: { isOverdue: true, sort: 'due', limit: SHOWN } }),
  drafts: api.postmortems.list.queryOptions({ input: { state: ['draft'], limit: SHOWN } }),
};
