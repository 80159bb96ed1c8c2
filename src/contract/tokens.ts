import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { id, instant, line, named, pageInput, pageOf } from './values.ts';

/** `incidents:read`, `incidents:change` (which includes reading), `*:read`, `*:*`. */
export const scope = z
  .string()
  .max(60)
  .regex(
    /^(?:\*|[a-z][A-Za-z]*):(?:read|change|\*)$/,
    'is not a scope: write feature:read or feature:change, * for all',
  );

export const token = z.object({
  id,
  name: z.string(),
  person: named,
  start: z.string().describe('its first characters, to recognise it by'),
  scopes: z.array(z.string()),
  expiresAt: instant.nullable(),
  usedAt: instant.nullable().describe('last use, to ten minutes'),
  createdAt: instant,
});

export const tokens = {
  list: reads('account')
    .route({
      method: 'GET',
      path: '/tokens',
      summary: 'List API tokens, newest first; administrators may list everyone’s.',
    })
    .input(z.object({ ...pageInput, of: z.enum(['me', 'everyone']).default('me') }))
    .output(pageOf(token)),

  create: changes('account', { shownOnce: ['token'], needsRecentSignIn: true })
    .route({
      method: 'POST',
      path: '/tokens',
      summary: 'Create an API token that may do what you may, within its scopes.',
      successStatus: 201,
    })
    .input(
      z.object({
        name: line(100).describe('what it is for'),
        scopes: z.array(scope).min(1).max(50),
        expiresAt: instant.nullable().default(null).describe('null: it works until it is revoked'),
      }),
    )
    .output(
      token.extend({
        token: z.string().optional().describe('shown once: keep it now; absent when an answer is repeated'),
      }),
    ),

  revoke: changes('account')
    .route({
      method: 'DELETE',
      path: '/tokens/{id}',
      summary: 'Revoke an API token of yours; administrators may revoke anyone’s.',
      successStatus: 204,
    })
    .input(z.object({ id }))
    .output(z.void()),
};
