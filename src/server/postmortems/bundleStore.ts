import { sql } from 'kysely';
import type { Bundle } from '../../core/document/bundle.ts';
import type { Db } from '../platform/db/openDatabase.ts';

/** What the recorder drafted of an incident. */
export interface Draft {
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
