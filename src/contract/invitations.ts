import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { email, oneTimeLink, password, roles } from './people.ts';
import { ADMINISTRATORS, ROLE_NAMES } from './roles.ts';
import { id, instant, line, named, pageInput, pageOf, text } from './values.ts';

const states = z.enum(['open', 'accepted', 'revoked', 'expired']);

export const invitation = z.object({
  id,
  email: z.string(),
  roles: z.array(z.enum(ROLE_NAMES)),
  teams: z.array(named),
  state: states,
  invitedBy: named,
  acceptedBy: named.nullable(),
  expiresAt: instant,
  createdAt: instant,
});

export const invitations = {
  list: reads(ADMINISTRATORS)
    .route({ method: 'GET', path: '/invitations', summary: 'List invitations, newest first.' })
    .input(z.object({ ...pageInput, state: states.optional() }))
    .output(pageOf(invitation)),

  create: changes(ADMINISTRATORS, { shownOnce: ['link'] })
    .route({
      method: 'POST',
      path: '/invitations',
      summary:
        'Invite somebody, by mail if mail is set up; an open invitation to the same address is replaced.',
      successStatus: 201,
    })
    .input(
      z.object({
        email,
        roles: roles.default(['viewer']),
        teamIds: z.array(id).max(50).default([]),
        days: z.int().min(1).max(30).default(7).describe('how long it can be accepted'),
      }),
    )
    .output(invitation.extend(oneTimeLink.shape)),

  revoke: changes(ADMINISTRATORS)
    .route({
      method: 'DELETE',
      path: '/invitations/{id}',
      summary: 'Take back an open invitation.',
      successStatus: 204,
    })
    .input(z.object({ id }))
    .output(z.void()),

  accept: changes('anyone', { secret: ['token', 'password'] })
    .route({
      method: 'POST',
      path: '/invitations/accept',
      summary: 'Accept an invitation, which makes your account; then sign in.',
      successStatus: 201,
    })
    .input(
      z.object({ token: text(200).describe('the `token` of the invitation’s link'), name: line(), password }),
    )
    .output(z.object({ id, email: z.string() })),
};
