import type { Db } from '../platform/db/openDatabase.ts';

/** Passkeys of a person, oldest first. */
export const listPasskeys = (db: Db, personId: string) =>
  db
    .selectFrom('passkey')
    .select(['id', 'name', 'backedUp as isBackedUp', 'createdAt'])
    .where('personId', '=', personId)
    .orderBy('id')
    .execute();

/** Removes a passkey of a person and returns what it was. */
export const removePasskey = (db: Db, personId: string, id: string) =>
  db
    .deleteFrom('passkey')
    .where('personId', '=', personId)
    .where('id', '=', id)
    .returning(['id', 'name', 'backedUp as isBackedUp', 'createdAt'])
    .executeTakeFirst();
