import { operations } from '../platform/operations/operations.ts';
import { refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.sessions;

export const sessionHandlers = {
  list: on.list.handler(async ({ context: { db, actor, now } }) => {
    const rows = await store.listSessions(db, actor.id, now);
    return { items: rows.map(row => ({ ...row, isCurrent: row.id === actor.sessionId })) };
  }),

  end: on.end.handler(async ({ input: { id }, context }) => {
    if (!(await store.endSession(context.db, context.actor.id, id))) refuseAbsent('session');
    await context.record({ subject: { kind: 'session', id } });
  }),

  endOthers: on.endOthers.handler(async ({ context }) => {
    const { id, sessionId } = context.actor;
    const ended = await store.endSessions(context.db, id, sessionId);
    await context.record({ subject: { kind: 'person', id }, after: { ended } });
    return { ended };
  }),
};
