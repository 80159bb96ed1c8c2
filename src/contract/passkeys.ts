import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { id, instant } from './values.ts';

export const passkey = z.object({
  id,
  name: z.string().nullable(),
  isBackedUp: z.boolean().describe('kept by more than one device'),
  createdAt: instant,
});

/** Passkeys are added and used under `/api/auth/passkey`, in the exchange that browsers know. */
export const passkeys = {
  list: reads('account')
    .route({ method: 'GET', path: '/me/passkeys', summary: 'List your passkeys.' })
    .input(z.object({}))
    .output(z.object({ items: z.array(passkey) })),

  remove: changes('account', { needsRecentSignIn: true })
    .route({
      method: 'DELETE',
      path: '/me/passkeys/{id}',
      summary: 'Remove one of your passkeys.',
      successStatus: 204,
    })
    .input(z.object({ id }))
    .output(z.void()),
};
