import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { reads } from './operation.ts';
import { id, instant } from './values.ts';

/** That something changed, and what to read again; not the change itself. */
export const liveEvent = z.object({
  position: z.int().nonnegative().describe('place in the audit log; the id of the server-sent event'),
  operation: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  incidentId: z.string().nullable(),
  actorId: z.string().nullable(),
  at: instant,
});

export const events = {
  follow: reads('account')
    .route({
      method: 'GET',
      path: '/events',
      summary: 'Follow changes as they are made, as server-sent events; a Last-Event-ID goes on from there.',
    })
    .input(z.object({ incidentId: id.optional().describe('only what belongs to this incident') }))
    .output(eventIterator(liveEvent)),
};
