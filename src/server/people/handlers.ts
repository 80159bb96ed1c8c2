import { ROLE_NAMES, type Role } from '../../contract/roles.ts';
import { issueReset } from '../passwords/issueReset.ts';
import { findPassword } from '../passwords/store.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { endSessions } from '../sessions/store.ts';
import { changePerson } from './changePerson.ts';
import * as store from './store.ts';

const on = operations.people;
const subject = (id: string) => ({ kind: 'person', id });

const load = async ({ db }: OperationContext, id: string): Promise<store.PersonRow> =>
  (await store.findPerson(db, id)) ?? refuseAbsent('person');

/** Each once, in the order of `ROLES`: two that mean the same are the same. */
const inOrder = (roles: readonly Role[]): Role[] => ROLE_NAMES.filter(role => roles.includes(role));

async function edit(
  context: OperationContext,
  id: string,
  changes: store.PersonChanges,
): Promise<store.PersonRow> {
  const check = (row: store.PersonRow) => expectVersion(context, row);
  const { before, after } = await changePerson(context.db, { id, changes, at: context.now, check });
  await context.record({ subject: subject(id), before, after });
  return after;
}

export const personHandlers = {
  me: on.me.handler(async ({ context }) => {
    const { id, scopes } = context.actor;
    const password = await findPassword(context.db, id);
    return {
      ...(await load(context, id)),
      hasPassword: password !== undefined,
      scopes: scopes && [...scopes],
    };
  }),

  editMe: on.editMe.handler(({ input, context }) => edit(context, context.actor.id, input)),

  list: on.list.handler(async ({ input: { cursor, limit, ...filter }, context }) => {
    const after = cursor ? (fromCursor(cursor, 2) as [string, string]) : undefined;
    const rows = await store.listPeople(context.db, { ...filter, after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.sortKey, row.id]);
  }),

  get: on.get.handler(({ input, context }) => load(context, input.id)),

  edit: on.edit.handler(({ input: { id, name, roles }, context }) =>
    edit(context, id, { name, ...(roles && { roles: inOrder(roles) }) }),
  ),

  disable: on.disable.handler(({ input: { id }, context }) => edit(context, id, { disabledAt: context.now })),

  enable: on.enable.handler(({ input: { id }, context }) => edit(context, id, { disabledAt: null })),

  signOut: on.signOut.handler(async ({ input: { id }, context }) => {
    await load(context, id);
    const ended = await endSessions(context.db, id);
    await context.record({ subject: subject(id), after: { ended } });
    return { ended };
  }),

  resetPassword: on.resetPassword.handler(async ({ input: { id }, context }) => {
    const person = await load(context, id);
    if (person.disabledAt) refuse('conflict', `${person.name} is disabled: enable the person first.`);
    await context.record({ subject: subject(id) });
    return issueReset(context, person);
  }),
};
