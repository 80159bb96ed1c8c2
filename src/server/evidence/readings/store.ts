import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Bundle } from '../../../core/document/bundle.ts';
import { visibleThrough } from '../../platform/access/visible.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import type { Actor } from '../../platform/operations/actor.ts';

export type ReadingState =
  | 'waiting'
  | 'running'
  | 'done'
  | 'failed'
  | 'cancelled'
  | 'superseded'
  | 'withdrawn';

/** What a person said about how to read. */
export interface ReadingOptions {
  zone?: string;
  from?: string;
  to?: string;
}

/** A reading without what came of it, which is asked for part by part. */
const described = (db: Db, actor: Actor) =>
  db
    .selectFrom('reading')
    .innerJoin('incident', 'incident.id', 'reading.incidentId')
    .select([
      'reading.id',
      'reading.incidentId',
      'reading.version',
      'reading.reason',
      'reading.requestedAt',
      'reading.startedAt',
      'reading.endedAt',
      'reading.stage',
      'reading.share',
      'reading.secondsLeft',
      'reading.thinnedAt',
      'incident.isRestricted',
      sql<ReadingState>`reading.state`.as('state'),
      sql<ReadingOptions>`reading.options`.as('options'),
      sql<Record<
        'files' | 'records' | 'replacements' | 'gaps' | 'moments',
        number
      > | null>`reading.figures`.as('figures'),
    ])
    .select(eb => [
      jsonArrayFrom(
        eb
          .selectFrom('readingEvidence')
          .innerJoin('evidence', 'evidence.id', 'readingEvidence.evidenceId')
          .select(['evidence.id', 'evidence.name'])
          .whereRef('readingEvidence.readingId', '=', 'reading.id')
          .orderBy('evidence.id'),
      ).as('evidence'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'reading.requestedBy'),
      ).as('requestedBy'),
    ])
    .where(visibleThrough(actor, 'reading.incident_id'));

export type ReadingRow = Awaited<ReturnType<typeof findReading>> & {};

/** A reading of an incident that the actor sees. */
export const findReading = (db: Db, actor: Actor, id: string) =>
  described(db, actor).where('reading.id', '=', id).executeTakeFirst();

/** Readings of an incident, newest first, below the version `after`. */
export const listReadings = (
  db: Db,
  actor: Actor,
  incidentId: string,
  { after, most }: { after?: number | undefined; most: number },
) =>
  described(db, actor)
    .where('reading.incidentId', '=', incidentId)
    .$if(after !== undefined, query => query.where('reading.version', '<', after!))
    .orderBy('reading.version', 'desc')
    .limit(most)
    .execute();

/** A reading that is done: a certain one, or the newest of an incident. */
export const findDone = (db: Db, incidentId: string, readingId: string | undefined) =>
  db
    .selectFrom('reading')
    .select(['id', 'version', 'thinnedAt'])
    .where('incidentId', '=', incidentId)
    .where('state', '=', 'done')
    .$if(readingId !== undefined, query => query.where('id', '=', readingId!))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The parts of a bundle that are kept with the reading. */
export type ResultPart = 'coverage' | 'gaps' | 'clocks' | 'redactions' | 'suspects';

/** One part of what came of a reading that is done. */
export async function findPart<Part extends ResultPart>(
  db: Db,
  readingId: string,
  part: Part,
): Promise<Bundle[Part]> {
  const row = await db
    .selectFrom('reading')
    .select(eb => eb.ref(part).as('part'))
    .where('id', '=', readingId)
    .executeTakeFirstOrThrow();
  return row.part as unknown as Bundle[Part];
}

/** A file of a reading by its path in the folder of a draft. */
export const findFile = (db: Db, readingId: string, path: string) =>
  db
    .selectFrom('readingFile')
    .select(['objectKey', 'bytes', 'sha256'])
    .where('readingId', '=', readingId)
    .where('path', '=', path)
    .executeTakeFirst();
