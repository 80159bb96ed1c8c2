import { sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { visibleThrough } from '../../platform/access/visible.ts';
import type { Db } from '../../platform/db/openDatabase.ts';
import type { Actor } from '../../platform/operations/actor.ts';

export type UploadState = 'open' | 'complete' | 'cancelled' | 'expired';

/** A part as it lies in the object store, sealed. */
export interface PartRow {
  number: number;
  bytes: number;
  sha256: string;
  sealedKey: string;
}

const described = (db: Db, actor: Actor) =>
  db
    .selectFrom('upload')
    .innerJoin('incident', 'incident.id', 'upload.incidentId')
    .selectAll('upload')
    .select('incident.isRestricted')
    .select(eb => [
      jsonArrayFrom(
        eb
          .selectFrom('uploadPart')
          .select(['uploadPart.number', 'uploadPart.bytes', 'uploadPart.sha256'])
          .whereRef('uploadPart.uploadId', '=', 'upload.id')
          .orderBy('uploadPart.number'),
      ).as('received'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'upload.startedBy'),
      ).as('starter'),
    ])
    .where(visibleThrough(actor, 'upload.incident_id'));

export type UploadRow = Awaited<ReturnType<typeof findUpload>> & {};

/** An upload to an incident that the actor sees. */
export const findUpload = (db: Db, actor: Actor, id: string) =>
  described(db, actor).where('upload.id', '=', id).executeTakeFirst();

/** Open uploads of an incident, newest first, behind the one with the id `after`. */
export const listOpenUploads = (
  db: Db,
  actor: Actor,
  incidentId: string,
  { after, most }: { after: string | undefined; most: number },
) =>
  described(db, actor)
    .where('upload.incidentId', '=', incidentId)
    .where('upload.state', '=', 'open')
    .$if(after !== undefined, query => query.where('upload.id', '<', after!))
    .orderBy('upload.id', 'desc')
    .limit(most)
    .execute();

/** The state of an upload, locked until the transaction ends: a part, the end and an expiry come one after the other. */
export const lockUpload = (db: Db, id: string) =>
  db
    .selectFrom('upload')
    .select(['id', 'incidentId', sql<UploadState>`state`.as('state'), 'evidenceId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Adds an upload without parts. */
export async function insertUpload(
  db: Db,
  {
    at,
    ...upload
  }: {
    id: string;
    incidentId: string;
    name: string;
    bytes: number;
    sha256: string | null;
    partBytes: number;
    modifiedAt: string | null;
    startedBy: string | null;
    at: string;
  },
): Promise<void> {
  await db
    .insertInto('upload')
    .values({ ...upload, state: 'open', startedAt: at, activeAt: at })
    .execute();
}

/** Writes down that a part is safe; the same part sent again takes the place of the one before. */
export async function putPart(
  db: Db,
  uploadId: string,
  { at, ...part }: PartRow & { at: string },
): Promise<void> {
  await db
    .insertInto('uploadPart')
    .values({ uploadId, ...part, receivedAt: at })
    .onConflict(conflict => conflict.columns(['uploadId', 'number']).doUpdateSet({ ...part, receivedAt: at }))
    .execute();
  await db.updateTable('upload').set({ activeAt: at }).where('id', '=', uploadId).execute();
}

/** Parts of an upload in their order. */
export const listParts = (db: Db, uploadId: string): Promise<PartRow[]> =>
  db
    .selectFrom('uploadPart')
    .select(['number', 'bytes', 'sha256', 'sealedKey'])
    .where('uploadId', '=', uploadId)
    .orderBy('number')
    .execute();

/** Ends an upload; its parts are forgotten. */
export async function endUpload(
  db: Db,
  id: string,
  { state, evidenceId = null }: { state: Exclude<UploadState, 'open'>; evidenceId?: string | null },
): Promise<void> {
  await db.deleteFrom('uploadPart').where('uploadId', '=', id).execute();
  await db.updateTable('upload').set({ state, evidenceId }).where('id', '=', id).execute();
}

/** Open uploads to which nothing came since `before`, locked; those that somebody works on right now are left alone. */
export const lockSilentUploads = (db: Db, before: string) =>
  db
    .selectFrom('upload')
    .select(['id', 'incidentId'])
    .where('state', '=', 'open')
    .where('activeAt', '<', before)
    .orderBy('activeAt')
    .limit(100)
    .forUpdate()
    .skipLocked()
    .execute();
