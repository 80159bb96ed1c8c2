import type { Db } from '../platform/db/openDatabase.ts';

/** Sessions of a person that have not expired, last used first. */
export const listSessions = (db: Db, personId: string, now: string) =>
  db
    .selectFrom('session')
    .select(['id', 'ipAddress as address', 'userAgent', 'createdAt', 'updatedAt as usedAt', 'expiresAt'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute();

/** Ends one session of a person; says whether there was one. */
export async function endSession(db: Db, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('personId', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Ends all sessions of a person, at once in every process.
 *
 * @param keptId the one that goes on, if any
 * @returns how many were ended
 */
export async function endSessions(db: Db, personId: string, keptId?: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('personId', '=', personId)
    .$if(keptId !== undefined, query => query.where('id', '!=', keptId!))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
