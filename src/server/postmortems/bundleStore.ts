import type { Db } from '../platform/db/openDatabase.ts';

/** The newest reading of an incident's evidence that gave a draft, and the object that holds its bundle. */
export const findNewestDraft = (db: Db, incidentId: string, path: string) =>
  db
    .selectFrom('reading')
    .innerJoin('readingFile', 'readingFile.readingId', 'reading.id')
    .select(['reading.id', 'readingFile.objectKey'])
    .where('reading.incidentId', '=', incidentId)
    .where('reading.state', '=', 'done')
    .where('readingFile.path', '=', path)
    .orderBy('reading.version', 'desc')
    .limit(1)
    .executeTakeFirst();
