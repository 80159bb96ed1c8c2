import { enterIncident, recordView } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { expectVersion } from '../../platform/operations/expectVersion.ts';
import { operations } from '../../platform/operations/operations.ts';
import { idFromCursor, pageFrom } from '../../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../../platform/operations/refuse.ts';
import { openOriginal } from './openOriginal.ts';
import { removeItem } from './removeItem.ts';
import * as store from './store.ts';
import { toCustody } from './toCustody.ts';
import { toItem } from './toItem.ts';

const on = operations.evidence;

const load = async ({ db, actor }: OperationContext, id: string): Promise<store.ItemRow> =>
  (await store.findItem(db, actor, id)) ?? refuseAbsent('evidence');

/** A file that is to be looked at; on record where its incident is restricted. */
async function view(context: OperationContext, id: string): Promise<store.ItemRow> {
  const item = await load(context, id);
  await recordView(context, { id: item.incidentId, isRestricted: item.isRestricted });
  return item;
}

/** Handlers of the files of evidence. */
export const evidenceHandlers = {
  list: on.list.handler(async ({ input: { incidentId, cursor, limit, includeRemoved }, context }) => {
    const incident = await enterIncident(context, incidentId);
    const after = cursor === undefined ? undefined : idFromCursor(cursor);
    const rows = await store.listItems(context.db, context.actor, incident.id, {
      after,
      most: limit + 1,
      withRemoved: includeRemoved,
    });
    return pageFrom(rows, limit, row => [row.id], toItem);
  }),

  get: on.get.handler(async ({ input: { id }, context }) => toItem(await view(context, id))),

  edit: on.edit.handler(async ({ input: { id, ...fields }, context }) => {
    await store.lockItem(context.db, id);
    const before = await load(context, id);
    if (before.removedAt !== null) refuse('conflict', 'This evidence was removed: its entry stays as it is.');
    expectVersion(context, before);
    await store.updateItem(context.db, id, fields, context.now);
    const after = toItem(await load(context, id));
    await context.record({
      subject: { kind: 'evidence', id },
      incidentId: before.incidentId,
      before: toItem(before),
      after,
    });
    return after;
  }),

  remove: on.remove.handler(({ input, context }) => removeItem(context, input)),

  custody: on.custody.handler(async ({ input: { id, cursor, limit }, context }) => {
    await view(context, id);
    const after = cursor === undefined ? undefined : idFromCursor(cursor);
    const rows = await store.listCustody(context.db, id, { after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.id], toCustody);
  }),

  original: on.original.handler(async ({ input: { id }, context }) =>
    openOriginal(context, await load(context, id)),
  ),
};
