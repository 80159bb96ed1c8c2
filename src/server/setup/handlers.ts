import { randomUUIDv7 } from 'node:crypto';
import { setPassword } from '../passwords/store.ts';
import { findPersonByEmail, insertPerson } from '../people/store.ts';
import { hasAdministrator } from '../platform/auth/administrators.ts';
import { limitAttempts } from '../platform/auth/attempts.ts';
import { refuseGuessable } from '../platform/auth/guessablePassword.ts';
import { isSame } from '../platform/auth/isSame.ts';
import { hashPassword } from '../platform/auth/password.ts';
import { operations } from '../platform/operations/operations.ts';
import { refuse } from '../platform/operations/refuse.ts';
import * as store from './store.ts';

const on = operations.setup;

export const setupHandlers = {
  status: on.status.handler(async ({ context: { db, platform } }) => ({
    isNeeded: !(await hasAdministrator(db)),
    singleSignOn: platform.accounts.singleSignOn,
    hasMail: platform.accounts.mail !== null,
  })),

  complete: on.complete.handler(async ({ input: { token, name, email, password }, context }) => {
    const { db, platform, now } = context;
    await limitAttempts(context, 'ticketFromNetwork');
    await store.lockSetup(db);
    if (await hasAdministrator(db))
      refuse('conflict', 'This server is set up already: sign in, or ask for an invitation.');
    if (!isSame(token, platform.accounts.setupToken))
      refuse('forbidden', 'This is not the set-up token. The server printed it when it started.');
    if (await findPersonByEmail(db, email))
      refuse(
        'conflict',
        `${email} has an account already: on the server, run afterword user set-roles ${email} viewer,administrator.`,
      );
    await refuseGuessable(password, { name, email, ...platform.accounts });
    const id = randomUUIDv7();
    const roles = ['viewer', 'administrator'] as const;
    await insertPerson(db, { id, name, email, roles, at: now });
    await setPassword(db, id, await hashPassword(password), now);
    await context.record({ subject: { kind: 'person', id }, after: { name, email, roles } });
    return { id, email };
  }),
};
