import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.jobs;

export const jobHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, state }, context }) => {
    const before = cursor ? String(fromCursor(cursor, 1)[0]) : undefined;
    if (before && !/^\d{1,18}$/.test(before))
      refuse('invalid', 'This cursor was not given out by this list. Begin again without one.');
    const rows = await store.listJobs(context.db, { state, before, most: limit + 1 });
    return pageFrom(rows, limit, ({ id }) => [id]);
  }),

  retry: on.retry.handler(async ({ input: { id }, context }) => {
    const before = (await store.findJob(context.db, id)) ?? refuseAbsent('job');
    if (before.state === 'running') refuse('conflict', 'This job is running: wait until it has ended.');
    await store.rescheduleJob(context.db, id);
    const after = (await store.findJob(context.db, id))!;
    await context.record({ subject: { kind: 'job', id }, before, after });
    return after;
  }),
};
