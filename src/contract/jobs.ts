import { z } from 'zod';
import { changes, reads } from './operation.ts';
import { ADMINISTRATORS } from './roles.ts';
import { instant, pageInput, pageOf } from './values.ts';

export const job = z.object({
  id: z.string(),
  name: z.string(),
  state: z
    .enum(['waiting', 'running', 'parked'])
    .describe('parked: it failed at every attempt and runs again only when told to'),
  attempts: z.int(),
  mostAttempts: z.int(),
  lastError: z.string().nullable(),
  runAt: instant,
  createdAt: instant,
});

export const jobs = {
  list: reads(ADMINISTRATORS)
    .route({ method: 'GET', path: '/jobs', summary: 'List background jobs, newest first.' })
    .input(z.object({ ...pageInput, state: job.shape.state.optional() }))
    .output(pageOf(job)),

  retry: changes(ADMINISTRATORS)
    .route({
      method: 'POST',
      path: '/jobs/{id}/retry',
      summary: 'Run a job that waits or is parked again now.',
    })
    .input(z.object({ id: z.string().max(18).regex(/^\d+$/, 'is a number') }))
    .output(job),
};
