import { randomUUIDv7 } from 'node:crypto';
import { setPassword } from '../passwords/store.ts';
import { findPersonByEmail, insertPerson } from '../people/store.ts';
import { limitAttempts } from '../platform/auth/attempts.ts';
import { refuseGuessable } from '../platform/auth/guessablePassword.ts';
import { hashPassword } from '../platform/auth/password.ts';
import { openTicket } from '../platform/auth/ticket.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { operations } from '../platform/operations/operations.ts';
import { idFromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { invitationKey, invitationLink } from './invitationLink.ts';
import * as store from './store.ts';

const on = operations.invitations;
const subject = (id: string) => ({ kind: 'invitation', id });
const DAY = 24 * 60 * 60 * 1000;

const load = async ({ db, now }: OperationContext, id: string): Promise<store.InvitationRow> =>
  (await store.findInvitation(db, id, now)) ?? refuseAbsent('invitation');

/** What stays when a link has been used, taken back, or waited for too long. */
const refuseLink = (): never =>
  refuse('invalid', 'This invitation was used, taken back, or is too old. Ask for a new one.');

export const invitationHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, state }, context: { db, now } }) => {
    const after = cursor ? idFromCursor(cursor) : undefined;
    const rows = await store.listInvitations(db, { state, now, after, most: limit + 1 });
    return pageFrom(rows, limit, ({ id }) => [id]);
  }),

  create: on.create.handler(async ({ input: { days, ...fields }, context }) => {
    const { db, platform, actor, now } = context;
    if (await findPersonByEmail(db, fields.email))
      refuse('conflict', `${fields.email} has an account already. Change its roles instead.`);
    const absent = await store.absentTeams(db, fields.teamIds);
    if (absent.length > 0) refuse('invalid', `No team has the id ${absent.join(' or ')}: add it first.`);
    const id = randomUUIDv7();
    const expiresAt = new Date(Date.parse(now) + days * DAY).toISOString();
    await store.revokeOpen(db, fields.email, now);
    await store.insertInvitation(db, { ...fields, id, invitedBy: actor.id, expiresAt, createdAt: now });
    const after = await load(context, id);
    await context.record({ subject: subject(id), after });
    if (!platform.accounts.mail) return { ...after, isMailed: false, link: invitationLink(platform, after) };
    await context.enqueue('invitations.mail', { id });
    return { ...after, isMailed: true };
  }),

  revoke: on.revoke.handler(async ({ input: { id }, context }) => {
    await store.lockInvitation(context.db, id);
    const before = await load(context, id);
    if (before.state === 'accepted')
      refuse('conflict', 'This invitation was accepted. Disable the person instead.');
    await store.closeInvitation(context.db, id, { at: context.now, acceptedBy: null });
    await context.record({ subject: subject(id), before });
  }),

  accept: on.accept.handler(async ({ input: { token, name, password }, context }) => {
    const { db, platform, now } = context;
    await limitAttempts(context, 'ticketFromNetwork');
    const id = openTicket(invitationKey(platform), token) ?? refuseLink();
    await store.lockInvitation(db, id);
    const invitation = await store.findInvitation(db, id, now);
    if (invitation?.state !== 'open') refuseLink();
    const { email, roles, teamIds } = invitation!;
    if (await findPersonByEmail(db, email)) refuse('conflict', `${email} has an account already: sign in.`);
    await refuseGuessable(password, { name, email, ...platform.accounts });
    const personId = randomUUIDv7();
    await insertPerson(db, { id: personId, name, email, roles, at: now });
    await setPassword(db, personId, await hashPassword(password), now);
    await store.joinTeams(db, personId, teamIds);
    await store.closeInvitation(db, id, { at: now, acceptedBy: personId });
    await context.record({ subject: subject(id) });
    await context.record({
      subject: { kind: 'person', id: personId },
      after: { name, email, roles, teamIds },
    });
    return { id: personId, email };
  }),
};
