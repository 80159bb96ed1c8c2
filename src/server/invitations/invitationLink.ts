import { makeTicket } from '../platform/auth/ticket.ts';
import type { Platform } from '../platform/operations/context.ts';

export const invitationKey = ({ keyFor }: Pick<Platform, 'keyFor'>): Buffer => keyFor('invitations');

/** The link that makes the account of somebody invited. What follows the # stays in the browser: no log holds it. */
export const invitationLink = (platform: Platform, { id, email }: { id: string; email: string }): string =>
  `${platform.accounts.publicUrl}/invitation#${new URLSearchParams({ token: makeTicket(invitationKey(platform), id), email })}`;
