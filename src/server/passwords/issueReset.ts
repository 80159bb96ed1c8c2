import { randomUUIDv7 } from 'node:crypto';
import { makeTicket } from '../platform/auth/ticket.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { OperationContext, Platform } from '../platform/operations/context.ts';
import { insertReset } from './store.ts';

const HOUR = 60 * 60 * 1000;

/** How long a link works: one that was mailed an hour, one that people hand over a day. */
const LASTS = { mailed: HOUR, handedOver: 24 * HOUR };

export const resetKey = ({ keyFor }: Pick<Platform, 'keyFor'>): Buffer => keyFor('password resets');

/** Makes the link with which one person sets one new password. */
export async function makeResetLink(
  db: Db,
  platform: Pick<Platform, 'keyFor' | 'accounts' | 'now'>,
  { personId, lasts }: { personId: string; lasts: keyof typeof LASTS },
): Promise<{ link: string; expiresAt: string }> {
  const id = randomUUIDv7();
  const expiresAt = new Date(platform.now().getTime() + LASTS[lasts]).toISOString();
  await insertReset(db, { id, personId, expiresAt });
  // Behind the #, which browsers keep to themselves: no log on the way holds it.
  const link = `${platform.accounts.publicUrl}/reset-password#token=${makeTicket(resetKey(platform), id)}`;
  return { link, expiresAt };
}

/** Has a reset link mailed; without mail, answers with the link for an administrator to hand over. */
export async function issueReset(
  context: OperationContext,
  { id: personId, email }: { id: string; email: string },
): Promise<{ link?: string; isMailed: boolean; expiresAt: string }> {
  const { platform, db } = context;
  if (!platform.accounts.mail)
    return { isMailed: false, ...(await makeResetLink(db, platform, { personId, lasts: 'handedOver' })) };
  await context.enqueue('passwords.mailReset', { email });
  return { isMailed: true, expiresAt: new Date(platform.now().getTime() + LASTS.mailed).toISOString() };
}
