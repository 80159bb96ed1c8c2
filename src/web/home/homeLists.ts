import { useQueries } from '@tanstack/react-query';
import { api, queryClient } from '../api.ts';

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

const all = Object.values(homeLists) as (typeof homeLists.mine)[];

/** Asks for all of it. */
export const askForLists = (): void => all.forEach(list => void queryClient.prefetchQuery(list));

/** Whether each list has come, or is known not to come. */
export const useAreThere = (): boolean => useQueries({ queries: all }).every(({ isPending }) => !isPending);
