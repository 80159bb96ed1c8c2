import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { visibleThrough } from '../platform/access/visible.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { prepareQuery } from '../platform/db/prepareQuery.ts';
import type { Actor } from '../platform/operations/actor.ts';

const described = (db: Pick<Db, 'selectFrom'>, actor: Actor) =>
  db
    .selectFrom('incidentNote as note')
    .innerJoin('incident', 'incident.id', 'note.incidentId')
    .select([
      'note.id',
      'note.version',
      'note.incidentId',
      'note.body',
      'note.authorId',
      'note.createdAt',
      'note.updatedAt',
      'incident.isRestricted',
    ])
    .select(eb =>
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'note.authorId'),
      ).as('author'),
    )
    .where(visibleThrough(actor, 'note.incident_id'));

export type NoteRow = Awaited<ReturnType<typeof findNote>> & {};

/** Notes of an incident that the actor sees, oldest first, behind the one with the id `after`. */
export const listNotes = (
  db: Db,
  actor: Actor,
  incidentId: string,
  { after, most }: { after?: string | undefined; most: number },
) =>
  described(db, actor)
    .where('note.incidentId', '=', incidentId)
    .$if(after !== undefined, query => query.where(sql<boolean>`note.id > ${after}::uuid`))
    .orderBy('note.id')
    .limit(most)
    .execute();

/** A note of an incident that the actor sees. */
export const findNote = (db: Db, actor: Actor, id: string) =>
  described(db, actor).where('note.id', '=', id).executeTakeFirst();

/** The row's lock keeps two edits from seeing the same version. */
export const lockNote = (db: Db, id: string) =>
  db.selectFrom('incidentNote').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export interface NewNote extends Record<string, string | null> {
  id: string;
  incidentId: string;
  body: string;
  authorId: string | null;
  at: string;
}

const added = prepareQuery((db, actor, { id, incidentId, body, authorId, at }: NewNote) =>
  described(
    db
      // What was added stands in the place of the table, which shows it to later statements only.
      .with('incidentNote', query =>
        query
          .insertInto('incidentNote')
          .values({ id, incidentId, body, authorId, createdAt: at, updatedAt: at })
          .returningAll(),
      )
      .with('first', query =>
        query.insertInto('incidentNoteVersion').values({ noteId: id, version: 1, body, writtenAt: at }),
      ),
    actor,
  ),
);

/** Adds a note, with its first version, to an incident that the actor sees. */
export const addNote = async (db: Db, actor: Actor, note: NewNote): Promise<NoteRow> =>
  (await added(db, actor, note))[0]!;

/** Rewrites a note; every version stays. */
export async function updateNote(
  db: Db,
  note: { id: string; version: number; body: string; at: string },
): Promise<void> {
  const { id, body, at } = note;
  const version = note.version + 1;
  await db.updateTable('incidentNote').set({ body, version, updatedAt: at }).where('id', '=', id).execute();
  await keepVersion(db, { noteId: id, version, body, writtenAt: at });
}

const keepVersion = (db: Db, version: { noteId: string; version: number; body: string; writtenAt: string }) =>
  db.insertInto('incidentNoteVersion').values(version).execute();

/** Versions of a note, newest first, behind the version `after`. */
export const listNoteVersions = (
  db: Db,
  noteId: string,
  { after, most }: { after?: number | undefined; most: number },
) =>
  db
    .selectFrom('incidentNoteVersion')
    .select(['version', 'body', 'writtenAt'])
    .where('noteId', '=', noteId)
    .$if(after !== undefined, query => query.where('version', '<', after!))
    .orderBy('version', 'desc')
    .limit(most)
    .execute();
