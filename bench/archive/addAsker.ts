import { randomUUIDv7 } from 'node:crypto';
import type { Role } from '../../src/contract/roles.ts';
import type { Db } from '../../src/server/platform/db/openDatabase.ts';
import { issueToken } from '../../src/server/tokens/issueToken.ts';

/** Adds a person who asks, and gives an API token of theirs. */
export async function addAsker(
  db: Db,
  { role, teamIds }: { role: Role; teamIds: readonly string[] },
): Promise<string> {
  const id = randomUUIDv7();
  const at = new Date().toISOString();
  const person = { id, name: `Asks as ${role}`, email: `${id}@example.org`, roles: [role] };
  await db.insertInto('person').values(person).execute();
  for (const teamId of teamIds) await db.insertInto('teamMember').values({ teamId, personId: id }).execute();
  const asked = { personId: id, name: 'bench', scopes: ['*:*'], expiresAt: null, at };
  return (await issueToken(db, asked)).secret;
}
