import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { TimeName } from '../../../core/lifecycle/incidentTimes.ts';
import type { Db } from '../../platform/db/openDatabase.ts';

/** One time of an incident that changed, and why. */
export interface TimeChange {
  name: TimeName;
  before: string | null;
  after: string | null;
}

/** Keeps what each time was before. */
export async function insertTimeChanges(
  db: Db,
  incidentId: string,
  changes: readonly TimeChange[],
  why: { cause: string; reason: string; changedBy: string | null; changedAt: string },
): Promise<void> {
  if (changes.length === 0) return;
  await db
    .insertInto('incidentTimeChange')
    .values(changes.map(change => ({ id: randomUUIDv7(), incidentId, ...change, ...why })))
    .execute();
}

/** Changes of an incident's times, oldest first, behind the one with the id `after`. */
export const listTimeChanges = (
  db: Db,
  incidentId: string,
  { after, most }: { after?: string | undefined; most: number },
) =>
  db
    .selectFrom('incidentTimeChange as change')
    .select([
      'change.id',
      'change.name',
      'change.before',
      'change.after',
      'change.cause',
      'change.reason',
      'change.changedAt',
    ])
    .select(eb =>
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'change.changedBy'),
      ).as('changedBy'),
    )
    .where('change.incidentId', '=', incidentId)
    .$if(after !== undefined, query => query.where(sql<boolean>`change.id > ${after}::uuid`))
    .orderBy('change.id')
    .limit(most)
    .execute();
