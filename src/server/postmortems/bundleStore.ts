import { json } from 'node:stream/consumers';
import type { Bundle } from '../../core/document/bundle.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { OperationContext } from '../platform/operations/context.ts';

/** Where the bundle lies among a reading's files. */
const BUNDLE = 'bundle.json';

/** What the recorder drafted of an incident. */
export interface Draft {
  /** The reading's id. */
  id: string;
  bundle: Bundle;
}

const findNewestDraft = (db: Db, incidentId: string) =>
  db
    .selectFrom('reading')
    .innerJoin('readingFile', 'readingFile.readingId', 'reading.id')
    .select(['reading.id', 'readingFile.objectKey'])
    .where('reading.incidentId', '=', incidentId)
    .where('reading.state', '=', 'done')
    .where('readingFile.path', '=', BUNDLE)
    .orderBy('reading.version', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * The newest draft of an incident; undefined while there is none. The object store checks that it is what was written.
 *
 * @throws StorageUnavailable, ObjectMissing, ObjectDamaged
 */
export async function findBundle(
  { db, platform }: OperationContext,
  incidentId: string,
): Promise<Draft | undefined> {
  const draft = await findNewestDraft(db, incidentId);
  if (!draft) return undefined;
  const bundle = (await json(await platform.objects.get(draft.objectKey))) as Bundle;
  return { id: draft.id, bundle };
}

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
  if (ids.length > 0) await db.deleteFrom('incidentDraft').where('id', 'in', [...ids]).execute();
}
