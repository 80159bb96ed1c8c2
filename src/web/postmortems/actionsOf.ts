import { api } from '../api.ts';

/** What was promised after a postmortem, for as many as a page or a sheet of paper shows. */
export const actionsOf = (postmortemId: string) =>
  api.actions.list.queryOptions({ input: { postmortemId, sort: 'priority', limit: 100 } });
