import { sql } from 'kysely';
import type { Bundle } from '../../core/document/bundle.ts';
import type { Db } from '../platform/db/openDatabase.ts';

/** What the recorder drafted of an incident. */
export interface Draft {
  /** The reading's id. */
  id: string;
  bundle: Bundle;
}

/** The newest draft of an incident; undefined while there is none. */
export const findBundle = (db: Db, incidentId: string): Promise<Draft | undefined> =>
  db
    .selectFrom('incidentDraft')
    .select(['id', sql<Bundle>`bundle`.as('bundle')])
    .where('incidentId', '=', incidentId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Keeps a draft; the same one again changes nothing. Ids grow with time, so the newest is the one to fill from. */
export async function insertDraft(
  db: Db,
  { bundle, ...draft }: Draft & { incidentId: string; at: string },
): Promise<void> {
  await db
    .insertInto('incidentDraft')
    .values({
      id: draft.id,
      incidentId: draft.incidentId,
      bundle: JSON.stringify(bundle),
      createdAt: draft.at,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute();
}

/** The draft with this id. */
export const findDraft = (db: Db, id: string): Promise<Draft | undefined> =>
  db
    .selectFrom('incidentDraft')
    .select(['id', sql<Bundle>`bundle`.as('bundle')])
    .where('id', '=', id)
    .executeTakeFirst();

/** Forgets drafts; postmortems that were filled from them keep their text. */
export async function deleteDrafts(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await db
      .deleteFrom('incidentDraft')
      .where('id', 'in', [...ids])
      .execute();
}
