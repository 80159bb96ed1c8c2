import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';

/** better-auth's name of the credential that is a password; its account is the person. */
const PROVIDER = 'credential';

/** The hash of a person's password; undefined for one who signs in without. */
export async function findPassword(db: Db, personId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('password')
    .where('personId', '=', personId)
    .where('providerId', '=', PROVIDER)
    .executeTakeFirst();
  return row?.password ?? undefined;
}

/** Gives a person a password, or another one. */
export async function setPassword(db: Db, personId: string, hash: string, at: string): Promise<void> {
  await db
    .insertInto('credential')
    .values({
      id: randomUUIDv7(),
      personId,
      providerId: PROVIDER,
      accountId: personId,
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .onConflict(conflict =>
      conflict.columns(['providerId', 'accountId']).doUpdateSet({ password: hash, updatedAt: at }),
    )
    .execute();
}

/** Keeps that a person may set a new password until then. */
export async function insertReset(
  db: Db,
  reset: { id: string; personId: string; expiresAt: string },
): Promise<void> {
  await db.insertInto('passwordReset').values(reset).execute();
}

/**
 * Uses up a reset, and with it all others of the person.
 *
 * @returns whose password may be set; undefined when it is used, expired, or its person disabled
 */
export async function takeReset(db: Db, id: string, now: string): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    with mine as (
      select password_reset.person_id from password_reset join person on person.id = password_reset.person_id
      where password_reset.id = ${id} and password_reset.expires_at > ${now} and person.disabled_at is null
      for update of password_reset
    )
    delete from password_reset using mine where password_reset.person_id = mine.person_id
    returning password_reset.person_id as "personId"`.execute(db);
  return rows[0]?.personId;
}
