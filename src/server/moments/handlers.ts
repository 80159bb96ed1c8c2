import { randomUUIDv7 } from 'node:crypto';
import { parseInstant } from '../../core/instant.ts';
import { enterIncident, findSeenIncident } from '../platform/access/enterIncident.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';
import { toMoment } from './toMoment.ts';

const on = operations.moments;

const about = ({ id, incidentId }: { id: string; incidentId: string }) => ({
  subject: { kind: 'moment', id },
  incidentId,
});

const load = async ({ db, actor }: OperationContext, id: string): Promise<store.MomentRow> =>
  (await store.findMoment(db, actor, id)) ?? refuseAbsent('moment');

function checkLength({ at, until }: { at: string; until: string | null }): void {
  if (until === null || parseInstant(until) >= parseInstant(at)) return;
  const message = 'The moment ends before it begins: correct one of the two, or leave the end out.';
  refuse('invalid', message, { issues: [{ path: '/until', message: 'lies before `at`' }] });
}

/** Handlers of the moments of an incident's timeline. */
export const momentHandlers = {
  list: on.list.handler(async ({ input: { incidentId, cursor, limit, ...filter }, context }) => {
    const incident = await enterIncident(context, incidentId);
    const after = cursor ? (fromCursor(cursor, 2) as [string, string]) : undefined;
    const rows = await store.listMoments(context.db, context.actor, incident.id, {
      filter,
      after,
      most: limit + 1,
    });
    return pageFrom(rows, limit, row => [row.at, row.id], toMoment);
  }),

  add: on.add.handler(async ({ input: { incidentId, ...fields }, context }) => {
    const incident = await findSeenIncident(context, incidentId);
    checkLength(fields);
    const moment = { id: randomUUIDv7(), incidentId: incident.id };
    await store.insertMoment(context.db, {
      ...moment,
      ...fields,
      createdBy: context.actor.id || null,
      now: context.now,
    });
    const after = toMoment(await load(context, moment.id));
    await context.record({ ...about(moment), after });
    return after;
  }),

  edit: on.edit.handler(async ({ input: { id, ...fields }, context }) => {
    await store.lockMoment(context.db, id);
    const before = await load(context, id);
    expectVersion(context, before);
    checkLength({
      at: fields.at ?? before.at,
      until: fields.until === undefined ? before.until : fields.until,
    });
    await store.updateMoment(context.db, id, fields, context.now);
    const after = toMoment(await load(context, id));
    await context.record({ ...about(before), before: toMoment(before), after });
    return after;
  }),

  judge: on.judge.handler(async ({ input, context }) => {
    const incident = await findSeenIncident(context, input.incidentId);
    const found = await store.lockStates(context.db, incident.id, input.ids);
    const absent = input.ids.filter(id => !found.some(moment => moment.id === id));
    if (absent.length > 0)
      refuse(
        'not_found',
        `The incident has no moment ${absent.slice(0, 5).join(' or ')}. Newer evidence may have replaced it: read the list again.`,
      );
    const changed = found.filter(({ state }) => state !== input.state);
    await store.judgeMoments(
      context.db,
      changed.map(({ id }) => id),
      input.state,
      context.now,
    );
    await context.record({
      subject: { kind: 'incident', id: incident.id },
      incidentId: incident.id,
      before: { moments: changed },
      after: { moments: changed.map(({ id }) => ({ id, state: input.state })) },
    });
    return { changed: changed.length };
  }),
};
