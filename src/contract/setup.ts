import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { email, password } from './people.ts';
import { id, line, text } from './values.ts';

export const setup = {
  status: reads('anyone')
    .route({ method: 'GET', path: '/setup', summary: 'Read what a visitor must know before signing in.' })
    .input(z.object({}))
    .output(
      z.object({
        isNeeded: z.boolean().describe('nobody is administrator yet'),
        singleSignOn: z.string().nullable().describe('what its button says; null when there is none'),
        hasMail: z.boolean().describe('whether a forgotten password can be reset by mail'),
      }),
    ),

  complete: changes('anyone', { secret: ['token', 'password'] })
    .route({
      method: 'POST',
      path: '/setup',
      summary: 'Make the first administrator, once.',
      successStatus: 201,
    })
    .input(
      z.object({
        token: text(200).describe('the set-up token, as the server printed it at its start'),
        name: line(),
        email,
        password,
      }),
    )
    .output(z.object({ id, email: z.string() })),
};
