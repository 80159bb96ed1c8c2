import { randomUUIDv7 } from 'node:crypto';
import { findPerson } from '../people/store.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.teams;
const subject = (id: string) => ({ kind: 'team', id });

const load = async ({ db }: OperationContext, id: string): Promise<store.TeamRow> =>
  (await store.findTeam(db, id)) ?? refuseAbsent('team');

/** Changes one team between two looks at it, both on record. */
async function change(
  context: OperationContext,
  id: string,
  apply: () => Promise<unknown>,
): Promise<store.TeamRow> {
  await store.lockTeam(context.db, id);
  const before = await load(context, id);
  expectVersion(context, before);
  await apply();
  const after = await load(context, id);
  await context.record({ subject: subject(id), before, after });
  return after;
}

export const teamHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, ...filter }, context }) => {
    const after = cursor ? (fromCursor(cursor, 2) as [string, string]) : undefined;
    const rows = await store.listTeams(context.db, { ...filter, after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.sortKey, row.id]);
  }),

  get: on.get.handler(({ input, context }) => load(context, input.id)),

  add: on.add.handler(async ({ input, context }) => {
    const id = randomUUIDv7();
    await store.insertTeam(context.db, { id, ...input, at: context.now });
    const after = await load(context, id);
    await context.record({ subject: subject(id), after });
    return after;
  }),

  edit: on.edit.handler(({ input: { id, ...fields }, context }) =>
    change(context, id, () => store.updateTeam(context.db, id, fields, context.now)),
  ),

  remove: on.remove.handler(async ({ input: { id }, context }) => {
    await store.lockTeam(context.db, id);
    const before = await load(context, id);
    expectVersion(context, before);
    await store.deleteTeam(context.db, id);
    await context.record({ subject: subject(id), before });
  }),

  addMember: on.addMember.handler(({ input: { id, personId }, context }) =>
    change(context, id, async () => {
      const person = await findPerson(context.db, personId);
      if (!person || person.disabledAt)
        refuse('invalid', 'No person who may sign in has this personId: invite or enable them first.');
      await store.insertMember(context.db, id, personId);
      await store.updateTeam(context.db, id, {}, context.now);
    }),
  ),

  removeMember: on.removeMember.handler(({ input: { id, personId }, context }) =>
    change(context, id, async () => {
      await store.deleteMember(context.db, id, personId);
      await store.updateTeam(context.db, id, {}, context.now);
    }),
  ),
};
