import type { JobContext } from '../platform/jobs/startJobs.ts';
import { invitationLink } from './invitationLink.ts';
import { findInvitation } from './store.ts';

/** Mails an invitation, unless it was taken back meanwhile. */
export async function mailInvitation({ id }: { id: string }, { platform }: JobContext): Promise<void> {
  const { db, accounts, now } = platform;
  const invitation = await findInvitation(db, id, now().toISOString());
  if (!accounts.mail || invitation?.state !== 'open') return;
  const { email, invitedBy, expiresAt } = invitation;
  await accounts.mail({
    to: email,
    subject: `${invitedBy.name} invites you to Afterword`,
    text: [
      'Hello,',
      '',
      `${invitedBy.name} invites you to Afterword at ${accounts.publicUrl}, where incidents are recorded and learned from.`,
      'To make your account, open:',
      '',
      invitationLink(platform, invitation),
      '',
      `The link works once, until ${expiresAt.slice(0, 10)}. If you did not expect this, ignore it.`,
      '',
    ].join('\n'),
  });
}
