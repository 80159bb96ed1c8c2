import { findPerson } from '../people/store.ts';
import { describeWait, forgetAttempts, limitAttempts, takeAttempt } from '../platform/auth/attempts.ts';
import { refuseGuessable } from '../platform/auth/guessablePassword.ts';
import { needBrowser } from '../platform/auth/needBrowser.ts';
import { hashPassword, isPassword } from '../platform/auth/password.ts';
import { openTicket } from '../platform/auth/ticket.ts';
import { operations } from '../platform/operations/operations.ts';
import { refuse } from '../platform/operations/refuse.ts';
import { endSessions } from '../sessions/store.ts';
import { resetKey } from './issueReset.ts';
import * as store from './store.ts';

const on = operations.passwords;

export const passwordHandlers = {
  requestReset: on.requestReset.handler(async ({ input: { email }, context }) => {
    const { platform } = context;
    await limitAttempts(context, 'resetFromNetwork');
    await context.record({ subject: { kind: 'password', id: 'reset' } });
    if (!platform.accounts.mail)
      return { isMailed: false, next: 'This server sends no mail. Ask an administrator for a reset link.' };
    // All the same for an address that nobody has: whether somebody has it is looked up by the job.
    const wait = await takeAttempt(platform, { limit: 'resetOfAccount', of: email });
    if (wait === 0) await context.enqueue('passwords.mailReset', { email });
    return {
      isMailed: true,
      next: `If ${email} has an account, a link is on its way. Look into the mailbox.`,
    };
  }),

  reset: on.reset.handler(async ({ input: { token, password }, context }) => {
    const { platform, db, now } = context;
    await limitAttempts(context, 'ticketFromNetwork');
    const id = openTicket(resetKey(platform), token);
    const personId = id && (await store.takeReset(db, id, now));
    if (!personId)
      refuse('invalid', 'This link was used, or is too old. Ask for a new one on the sign-in page.');
    const person = (await findPerson(db, personId))!;
    await refuseGuessable(password, { ...person, ...platform.accounts });
    await store.setPassword(db, personId, await hashPassword(password), now);
    await endSessions(db, personId);
    await context.record({ subject: { kind: 'person', id: personId } });
  }),

  change: on.change.handler(async ({ input: { current, password }, context }) => {
    const { platform, db, now } = context;
    const { id, name, email, sessionId } = needBrowser(context);
    const known = await store.findPassword(db, id);
    if (!known) refuse('conflict', 'You have no password yet. Ask for a reset link on the sign-in page.');
    await refuseGuessable(password, { name, email, ...platform.accounts });
    const attempt = { limit: 'signInToAccount', of: email } as const;
    const wait = await takeAttempt(platform, attempt);
    if (wait > 0) refuse('rate_limited', describeWait(wait));
    if (!(await isPassword(current, known)))
      refuse('forbidden', 'The current password is not right. Try again, or sign out and reset it.');
    await forgetAttempts(platform, attempt);
    await store.setPassword(db, id, await hashPassword(password), now);
    await endSessions(db, id, sessionId);
    await context.record({ subject: { kind: 'person', id } });
  }),
};
