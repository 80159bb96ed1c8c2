import { z } from 'zod';
import { obeying } from './obeying.ts';
import { changes, reads } from './operation.ts';
import { ADMINISTRATORS, EVERYONE, ROLE_NAMES } from './roles.ts';
import { id, instant, line, named, pageInput, pageOf, text, version } from './values.ts';

/** A mail address, in lower case: nobody means another one by writing it in capitals. */
export const email = z.email().max(254).toLowerCase();

/** What a person is in the organisation; see `ROLES`. */
export const roles = z
  .array(z.enum(ROLE_NAMES))
  .min(1, 'is empty: choose at least one role')
  .max(ROLE_NAMES.length);

/** In UTF-16 units. */
export const PASSWORD_LENGTH = { least: 12, most: 128 };

/** Any characters that a keyboard gives. Length is what makes a password hard to guess. */
export const password = obeying(
  text(PASSWORD_LENGTH.most).min(
    PASSWORD_LENGTH.least,
    'is too short: use at least 12 characters; four or five words make a good password',
  ),
  'varied',
);

export const person = z.object({
  id,
  version,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ROLE_NAMES)),
  teams: z.array(named),
  disabledAt: instant.nullable().describe('since when the person may not sign in'),
  createdAt: instant,
  updatedAt: instant,
});

/** Something to hand over to a person: it opens their account once. */
export const oneTimeLink = z.object({
  link: z
    .string()
    .optional()
    .describe('shown once; absent when it was mailed, or when an answer is repeated'),
  isMailed: z.boolean().describe('whether it was mailed; if not, hand it over yourself'),
  expiresAt: instant,
});

export const people = {
  me: reads('account', { isTool: true })
    .route({ method: 'GET', path: '/me', summary: 'Read who you are and what you may do.' })
    .input(z.object({}))
    .output(
      person.extend({
        hasPassword: z.boolean(),
        scopes: z
          .array(z.string())
          .nullable()
          .describe('what the API token in use is limited to; null in a browser'),
      }),
    ),

  editMe: changes('account', { isVersioned: true })
    .route({ method: 'PATCH', path: '/me', summary: 'Change your own name.' })
    .input(z.object({ name: line() }))
    .output(person),

  list: reads(EVERYONE, { isTool: true })
    .route({ method: 'GET', path: '/people', summary: 'List people by name.' })
    .input(
      z.object({
        ...pageInput,
        name: text(200).optional().describe('part of the name or mail address'),
        role: z.enum(ROLE_NAMES).optional(),
        teamId: id.optional(),
        isDisabled: z.boolean().optional(),
      }),
    )
    .output(pageOf(person)),

  get: reads(EVERYONE, { isVersioned: true })
    .route({ method: 'GET', path: '/people/{id}', summary: 'Read one person.' })
    .input(z.object({ id }))
    .output(person),

  edit: changes(ADMINISTRATORS, { isVersioned: true })
    .route({ method: 'PATCH', path: '/people/{id}', summary: 'Change a person’s name or roles.' })
    .input(z.object({ id, name: line().optional(), roles: roles.optional() }))
    .output(person),

  disable: changes(ADMINISTRATORS, { isVersioned: true })
    .route({
      method: 'POST',
      path: '/people/{id}/disable',
      summary: 'End a person’s access at once; what they did stays.',
    })
    .input(z.object({ id }))
    .output(person),

  enable: changes(ADMINISTRATORS, { isVersioned: true })
    .route({ method: 'POST', path: '/people/{id}/enable', summary: 'Let a disabled person sign in again.' })
    .input(z.object({ id }))
    .output(person),

  signOut: changes(ADMINISTRATORS)
    .route({ method: 'POST', path: '/people/{id}/sign-out', summary: 'End all sessions of a person.' })
    .input(z.object({ id }))
    .output(z.object({ ended: z.int().describe('how many sessions') })),

  resetPassword: changes(ADMINISTRATORS, { shownOnce: ['link'] })
    .route({
      method: 'POST',
      path: '/people/{id}/reset-password',
      summary: 'Make a link with which a person sets a new password; it is mailed if mail is set up.',
    })
    .input(z.object({ id }))
    .output(oneTimeLink),
};
