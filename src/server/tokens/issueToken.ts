import { randomUUIDv7 } from 'node:crypto';
import { makeApiToken } from '../platform/auth/apiToken.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import * as store from './store.ts';

export interface TokenRequest {
  personId: string;
  name: string;
  scopes: readonly string[];
  expiresAt: string | null;
  /** Now. */
  at: string;
}

/** Makes an API token of a person. The secret is in the answer and nowhere else. */
export async function issueToken(
  db: Db,
  { at, scopes, ...fields }: TokenRequest,
): Promise<{ secret: string; row: NonNullable<Awaited<ReturnType<typeof store.findToken>>> }> {
  const { token: secret, start, hash } = makeApiToken();
  const id = randomUUIDv7();
  await store.insertToken(db, {
    ...fields,
    id,
    hash,
    start,
    scopes: [...new Set(scopes)].sort(),
    createdAt: at,
  });
  return { secret, row: (await store.findToken(db, id))! };
}
