import { sql } from 'kysely';
import type { Db } from '../../platform/db/openDatabase.ts';

/** A reading whose records nobody needs. */
export interface Superseded {
  id: string;
  incidentId: string;
}

/**
 * Readings that ended before an instant, that a newer one of the same incident came after, and that nothing refers to:
 * no postmortem was ever filled from them, and no text of a person's names them, as links to their records do.
 */
export async function findSuperseded(
  db: Db,
  { before, most }: { before: string; most: number },
): Promise<Superseded[]> {
  const { rows } = await sql<Superseded>`
    select reading.id, reading.incident_id as "incidentId"
    from reading
    where state = 'done' and thinned_at is null and ended_at < ${before}
      and exists (
        select from reading as newer
        where newer.incident_id = reading.incident_id and newer.state = 'done' and newer.version > reading.version
      )
      and not exists (select from postmortem where draft_id = reading.id)
      and not exists (
        select from postmortem
        join postmortem_version as version on version.postmortem_id = postmortem.id
        where postmortem.incident_id = reading.incident_id and version.change in ('open', 'refill')
          -- They are filled from the newest draft that there is.
          and reading.id = (
            select id from incident_draft as draft
            where draft.incident_id = reading.incident_id and draft.created_at <= version.created_at
            order by draft.id desc limit 1
          )
      )
      and not exists (
        select from (
          select text.markdown as said
          from postmortem join postmortem_text as text on text.postmortem_id = postmortem.id
          where postmortem.incident_id = reading.incident_id
          union all
          select concat_ws(' ', finding.statement, finding.note, finding.cites::text)
          from postmortem join finding on finding.postmortem_id = postmortem.id
          where postmortem.incident_id = reading.incident_id
          union all
          select note.body from incident_note as note where note.incident_id = reading.incident_id
          union all
          select version.body
          from incident_note as note join incident_note_version as version on version.note_id = note.id
          where note.incident_id = reading.incident_id
          union all
          select concat_ws(' ', moment.title, moment.detail) from moment where moment.incident_id = reading.incident_id
          union all
          select concat_ws(' ', action.title, action.description, action.verification::text)
          from action where action.incident_id = reading.incident_id
          union all
          select concat_ws(' ', incident.summary, incident.links::text)
          from incident where incident.id = reading.incident_id
        ) as text
        where strpos(text.said, reading.id::text) > 0
      )
    order by ended_at limit ${most}`.execute(db);
  return rows;
}

/** The files that hold records; what is left says what they were. */
const THICK = ['evidence/records.parquet', 'evidence/redactions.parquet'];

/** Gives up the records of a reading, and returns what they were; undefined when somebody else did. */
export async function thin(db: Db, id: string, at: string) {
  const { numUpdatedRows } = await db
    .updateTable('reading')
    .set({ thinnedAt: at })
    .where('id', '=', id)
    .where('state', '=', 'done')
    .where('thinnedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  return db
    .deleteFrom('readingFile')
    .where('readingId', '=', id)
    .where('path', 'in', THICK)
    .returning(['path', 'bytes', 'sha256'])
    .execute();
}
