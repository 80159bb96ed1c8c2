import { z } from 'zod';
import { changes } from './operation.ts';
import { email, password } from './people.ts';
import { text } from './values.ts';

export const passwords = {
  requestReset: changes('anyone')
    .route({
      method: 'POST',
      path: '/passwords/request-reset',
      summary:
        'Ask for a link with which to set a new password; the answer never tells whether the address is known.',
    })
    .input(z.object({ email }))
    .output(z.object({ isMailed: z.boolean(), next: z.string().describe('what to do now') })),

  reset: changes('anyone', { secret: ['token', 'password'] })
    .route({
      method: 'POST',
      path: '/passwords/reset',
      summary: 'Set a new password with the link from a mail or an administrator, which ends all sessions.',
      successStatus: 204,
    })
    .input(z.object({ token: text(200).describe('the `token` of the link'), password }))
    .output(z.void()),

  change: changes('account', { secret: ['current', 'password'] })
    .route({
      method: 'PUT',
      path: '/me/password',
      summary: 'Change your password, which ends all your other sessions.',
      successStatus: 204,
    })
    .input(z.object({ current: text(128).min(1, 'is empty: give the password that you have now'), password }))
    .output(z.void()),
};
