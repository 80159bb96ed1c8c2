import { evidenceJobs } from './evidence/jobs.ts';
import { mailInvitation } from './invitations/mailInvitation.ts';
import { mailReset } from './passwords/mailReset.ts';
import { forgetExpired } from './platform/auth/forgetExpired.ts';
import type { Job } from './platform/jobs/startJobs.ts';
import { forgetIdempotencyKeys } from './platform/operations/forgetIdempotencyKeys.ts';

/** Every job of the server by its name, as changes enqueue it. */
export const jobs: Readonly<Record<string, Job>> = {
  ...evidenceJobs,
  'invitations.mail': mailInvitation,
  'passwords.mailReset': mailReset,
  'platform.forgetExpired': forgetExpired,
  'platform.forgetIdempotencyKeys': forgetIdempotencyKeys,
};

/** Jobs that run by the clock, as a crontab says it, in UTC. */
export const schedule = [
  { job: 'readings.thin', when: '11 3 * * *' },
  { job: 'evidence.sweep', when: '41 3 * * *' },
  { job: 'uploads.expire', when: '7 * * * *' },
  { job: 'platform.forgetIdempotencyKeys', when: '17 * * * *' },
  { job: 'platform.forgetExpired', when: '29 * * * *' },
] as const;
