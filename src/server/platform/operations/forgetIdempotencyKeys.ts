import { sql } from 'kysely';
import type { Job } from '../jobs/startJobs.ts';

/** Job: forgets answers of requests that are more than a day old. */
export const forgetIdempotencyKeys: Job = async (_payload, { platform }) => {
  await platform.db
    .deleteFrom('idempotencyKey')
    .where('createdAt', '<', sql<string>`now() - interval '1 day'`)
    .execute();
};
