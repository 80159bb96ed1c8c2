import type { Job } from '../jobs/startJobs.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Job: removes what has opened nothing for a day: sessions, challenges, reset links, counts of tries. */
export const forgetExpired: Job = async (_payload, { platform: { db, now } }) => {
  const past = new Date(now().getTime() - DAY).toISOString();
  await db.deleteFrom('session').where('expiresAt', '<', past).execute();
  await db.deleteFrom('verification').where('expiresAt', '<', past).execute();
  await db.deleteFrom('passwordReset').where('expiresAt', '<', past).execute();
  await db.deleteFrom('attempt').where('endsAt', '<', past).execute();
};
