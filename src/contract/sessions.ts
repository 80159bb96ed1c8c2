import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { id, instant } from './values.ts';

/** Seconds after signing in during which one may change how one's account is opened. */
export const RECENT_SIGN_IN = 60 * 60;

export const session = z.object({
  id,
  isCurrent: z.boolean().describe('the one that asks'),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: instant,
  usedAt: instant.describe('last use, to ten minutes'),
  expiresAt: instant,
});

export const sessions = {
  list: reads('account')
    .route({ method: 'GET', path: '/me/sessions', summary: 'List where you are signed in, last used first.' })
    .input(z.object({}))
    .output(z.object({ items: z.array(session) })),

  end: changes('account', { needsRecentSignIn: true })
    .route({
      method: 'DELETE',
      path: '/me/sessions/{id}',
      summary: 'Sign out one of your browsers.',
      successStatus: 204,
    })
    .input(z.object({ id }))
    .output(z.void()),

  endOthers: changes('account', { needsRecentSignIn: true })
    .route({
      method: 'POST',
      path: '/me/sessions/end-others',
      summary: 'Sign out everywhere but here.',
    })
    .input(z.object({}))
    .output(z.object({ ended: z.int().describe('how many sessions') })),
};
