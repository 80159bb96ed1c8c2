import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { visibleThrough } from '../../platform/access/visible.ts';
import type { Changes } from '../../platform/db/changes.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import type { Actor } from '../../platform/operations/actor.ts';

const described = (db: Db, actor: Actor) =>
  db
    .selectFrom('evidence')
    .innerJoin('incident', 'incident.id', 'evidence.incidentId')
    .selectAll('evidence')
    .select('incident.isRestricted')
    .select(eb => [
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'evidence.collectedBy'),
      ).as('collector'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'evidence.removedBy'),
      ).as('remover'),
    ])
    .where(visibleThrough(actor, 'evidence.incident_id'));

export type ItemRow = Awaited<ReturnType<typeof findItem>> & {};

/** A file of evidence on an incident that the actor sees, removed or not. */
export const findItem = (db: Db, actor: Actor, id: string) =>
  described(db, actor).where('evidence.id', '=', id).executeTakeFirst();

/** Evidence of an incident in the order in which it came, behind the one with the id `after`. */
export const listItems = (
  db: Db,
  actor: Actor,
  incidentId: string,
  { after, most, withRemoved }: { after: string | undefined; most: number; withRemoved: boolean },
) =>
  described(db, actor)
    .where('evidence.incidentId', '=', incidentId)
    .$if(!withRemoved, query => query.where('evidence.removedAt', 'is', null))
    .$if(after !== undefined, query => query.where('evidence.id', '>', after!))
    .orderBy('evidence.id')
    .limit(most)
    .execute();

/** Evidence that there is, as a reading needs it. */
export const listPresent = (db: Db, incidentId: string) =>
  db
    .selectFrom('evidence')
    .select(['id', 'name', 'bytes', 'sha256', 'sealedKey', 'sealedSha256', 'modifiedAt', 'collectedAt'])
    .where('incidentId', '=', incidentId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();

export type PresentItem = Awaited<ReturnType<typeof listPresent>>[number];

/** The file of an incident with the same bytes, if it is there. */
export const findTwin = (db: Db, incidentId: string, sha256: string) =>
  db
    .selectFrom('evidence')
    .select(['id', 'name'])
    .where('incidentId', '=', incidentId)
    .where('sha256', '=', sha256)
    .where('removedAt', 'is', null)
    .executeTakeFirst();

/** The row's lock keeps two edits from seeing the same version. */
export const lockItem = (db: Db, id: string) =>
  db.selectFrom('evidence').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Adds a file whose sealed original lies in the object store. */
export async function insertItem(
  db: Db,
  {
    at,
    ...item
  }: {
    id: string;
    incidentId: string;
    name: string;
    bytes: number;
    sha256: string;
    sealedKey: string;
    sealedBytes: number;
    sealedSha256: string;
    modifiedAt: string | null;
    collectedBy: string | null;
    at: string;
  },
): Promise<void> {
  await db
    .insertInto('evidence')
    .values({ ...item, description: '', collectedAt: at, updatedAt: at })
    .execute();
}

/** Renames or describes a file. */
export async function updateItem(
  db: Db,
  id: string,
  fields: Changes<{ name: string; description: string }>,
  at: string,
): Promise<void> {
  await db
    .updateTable('evidence')
    .set(eb => ({ ...fields, updatedAt: at, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Marks a file as removed; its entry stays. */
export async function markRemoved(
  db: Db,
  id: string,
  { by, reason, at }: { by: string | null; reason: string; at: string },
): Promise<void> {
  await db
    .updateTable('evidence')
    .set(eb => ({
      removedBy: by,
      removedAt: at,
      removalReason: reason,
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Whether a sealed original is still that of a file that was not removed. */
export async function isNeeded(db: Db, sealedKey: string): Promise<boolean> {
  const found = await db
    .selectFrom('evidence')
    .select('id')
    .where('sealedKey', '=', sealedKey)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** Audit events about a file: of itself, of the upload that brought it, of the readings that read it; newest first. */
export const listCustody = (
  db: Db,
  evidenceId: string,
  { after, most }: { after: string | undefined; most: number },
) =>
  db
    .selectFrom('auditEvent')
    .select([
      'id',
      'at',
      'operation',
      'kind',
      'actorKind',
      'actorId',
      'actorName',
      'subjectKind',
      'subjectId',
      'input',
    ])
    .where(
      sql<boolean>`(subject_kind, subject_id) in (
        select 'evidence', ${evidenceId}::text
        union all
        select 'upload', id::text from upload where evidence_id = ${evidenceId}::uuid
        union all
        select 'reading', reading_id::text from reading_evidence where evidence_id = ${evidenceId}::uuid
      )`,
    )
    // Of an upload its beginning is told, not each part.
    .where('operation', '<>', 'uploads.putPart')
    .$if(after !== undefined, query => query.where('id', '<', after!))
    .orderBy('id', 'desc')
    .limit(most)
    .execute();

export type CustodyRow = Awaited<ReturnType<typeof listCustody>>[number];
