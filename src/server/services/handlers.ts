import { randomUUIDv7 } from 'node:crypto';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.services;
const subject = (id: string) => ({ kind: 'service', id });

const load = async ({ db }: OperationContext, id: string): Promise<store.ServiceRow> =>
  (await store.findService(db, id)) ?? refuseAbsent('service');

async function depend(context: OperationContext, id: string, dependsOn: readonly string[]): Promise<void> {
  if (dependsOn.includes(id))
    refuse('invalid', 'A service cannot depend on itself: take it out of dependsOn.');
  const absent = await store.replaceDependencies(context.db, id, dependsOn);
  if (absent.length > 0) refuse('invalid', `No service has the id ${absent.join(' or ')}: add it first.`);
}

export const serviceHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, ...filter }, context }) => {
    const after = cursor ? (fromCursor(cursor, 2) as [string, string]) : undefined;
    const rows = await store.listServices(context.db, { ...filter, after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.sortKey, row.id]);
  }),

  get: on.get.handler(({ input, context }) => load(context, input.id)),

  add: on.add.handler(async ({ input: { dependsOn, ...fields }, context }) => {
    const id = randomUUIDv7();
    await store.insertService(context.db, { id, ...fields, at: context.now });
    await depend(context, id, dependsOn);
    const after = await load(context, id);
    await context.record({ subject: subject(id), after });
    return after;
  }),

  edit: on.edit.handler(async ({ input: { id, dependsOn, ...fields }, context }) => {
    await store.lockService(context.db, id);
    const before = await load(context, id);
    expectVersion(context, before);
    await store.updateService(context.db, id, fields, context.now);
    if (dependsOn) await depend(context, id, dependsOn);
    const after = await load(context, id);
    await context.record({ subject: subject(id), before, after });
    return after;
  }),

  remove: on.remove.handler(async ({ input: { id }, context }) => {
    await store.lockService(context.db, id);
    const before = await load(context, id);
    expectVersion(context, before);
    await store.deleteService(context.db, id);
    await context.record({ subject: subject(id), before });
  }),
};
