import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Db } from '../platform/db/openDatabase.ts';

const described = (db: Db) =>
  db.selectFrom('apiToken').select(eb => [
    'apiToken.id',
    'apiToken.personId',
    'apiToken.name',
    'apiToken.start',
    'apiToken.scopes',
    'apiToken.expiresAt',
    'apiToken.lastUsedAt as usedAt',
    'apiToken.createdAt',
    jsonObjectFrom(
      eb
        .selectFrom('person')
        .select(['person.id', 'person.name'])
        .whereRef('person.id', '=', 'apiToken.personId'),
    )
      .$notNull()
      .as('person'),
  ]);

export interface TokenFilter {
  /** Undefined: everyone's. */
  personId: string | undefined;
  /** The last token of the page before. */
  after?: string | undefined;
  most: number;
}

/** Tokens, newest first: ids sort by creation. */
export const listTokens = (db: Db, { personId, after, most }: TokenFilter) =>
  described(db)
    .$if(personId !== undefined, query => query.where('apiToken.personId', '=', personId!))
    .$if(after !== undefined, query => query.where(sql<boolean>`api_token.id < ${after}::uuid`))
    .orderBy('apiToken.id', 'desc')
    .limit(most)
    .execute();

export const findToken = (db: Db, id: string) =>
  described(db).where('apiToken.id', '=', id).executeTakeFirst();

export interface NewToken {
  id: string;
  personId: string;
  hash: Buffer;
  name: string;
  start: string;
  scopes: readonly string[];
  expiresAt: string | null;
  createdAt: string;
}

/** Keeps a new token by its hash. */
export async function insertToken(db: Db, { scopes, ...fields }: NewToken): Promise<void> {
  await db
    .insertInto('apiToken')
    .values({ ...fields, scopes: [...scopes] })
    .execute();
}

export const deleteToken = (db: Db, id: string) => db.deleteFrom('apiToken').where('id', '=', id).execute();
