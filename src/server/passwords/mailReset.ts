import { findPersonByEmail } from '../people/store.ts';
import type { JobContext } from '../platform/jobs/startJobs.ts';
import { makeResetLink } from './issueReset.ts';

/**
 * Mails a reset link to a person. A request for an address that nobody has ends here, in silence: who asked had their
 * answer before anyone looked.
 */
export async function mailReset({ email }: { email: string }, { platform }: JobContext): Promise<void> {
  const { db, accounts } = platform;
  const person = await findPersonByEmail(db, email);
  if (!accounts.mail || !person || person.disabledAt) return;
  const { link } = await makeResetLink(db, platform, { personId: person.id, lasts: 'mailed' });
  await accounts.mail({
    to: person.email,
    subject: 'Set a new password for Afterword',
    text: [
      `Hello ${person.name},`,
      '',
      'somebody, probably you, asked to set a new password for your account. To do so, open:',
      '',
      link,
      '',
      'The link works once, for an hour. If it was not you, nothing has changed, and you need not do anything.',
      '',
    ].join('\n'),
  });
}
