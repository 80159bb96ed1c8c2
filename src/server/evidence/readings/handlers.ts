import { enterIncident, findSeenIncident, recordView } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { operations } from '../../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../../platform/operations/refuse.ts';
import { listPresent } from '../items/store.ts';
import { chooseOptions } from './chooseOptions.ts';
import { followReading } from './followReading.ts';
import { requestReading } from './requestReading.ts';
import { cancelReading, findOptions } from './requestStore.ts';
import { resultHandlers } from './resultHandlers.ts';
import * as store from './store.ts';
import { toReading } from './toReading.ts';

const on = operations.readings;

const load = async ({ db, actor }: OperationContext, id: string): Promise<store.ReadingRow> =>
  (await store.findReading(db, actor, id)) ?? refuseAbsent('reading');

/** Handlers of readings and of what came of them. */
export const readingHandlers = {
  list: on.list.handler(async ({ input: { incidentId, cursor, limit }, context }) => {
    const incident = await enterIncident(context, incidentId);
    const [after] = cursor ? (fromCursor(cursor, 1) as [number]) : [];
    const rows = await store.listReadings(context.db, context.actor, incident.id, {
      after,
      most: limit + 1,
    });
    return pageFrom(rows, limit, row => [row.version], toReading);
  }),

  get: on.get.handler(async ({ input: { id }, context }) => {
    const reading = await load(context, id);
    await recordView(context, { id: reading.incidentId, isRestricted: reading.isRestricted });
    return toReading(reading);
  }),

  start: on.start.handler(async ({ input: { incidentId, ...changes }, context }) => {
    const incident = await findSeenIncident(context, incidentId);
    if ((await listPresent(context.db, incident.id)).length === 0)
      refuse('conflict', 'This incident has no evidence to read. Upload some first.');
    const options = chooseOptions(await findOptions(context.db, incident.id), changes);
    const id = await requestReading(context, incident.id, options);
    const after = toReading(await load(context, id));
    await context.record({ subject: { kind: 'reading', id }, incidentId: incident.id, after });
    return after;
  }),

  cancel: on.cancel.handler(async ({ input: { id }, context }) => {
    const before = await load(context, id);
    if (!(await cancelReading(context.db, id, context.now)))
      refuse('conflict', `This reading is ${before.state}: there is nothing to cancel.`);
    const after = toReading(await load(context, id));
    await context.record({
      subject: { kind: 'reading', id },
      incidentId: before.incidentId,
      before: toReading(before),
      after,
    });
    return after;
  }),

  follow: followReading,
  ...resultHandlers,
};
