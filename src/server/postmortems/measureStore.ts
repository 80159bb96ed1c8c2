import { sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';
import { measureText, type RecordedLines } from './measureText.ts';
import { templateOf } from './templateStore.ts';
import { findText } from './textStore.ts';

/** Findings and actions of a postmortem as lines of text; what was cancelled is not promised any more. */
export async function listRecordedLines(db: Db, postmortemId: string): Promise<RecordedLines> {
  const { rows } = await sql<{ fill: keyof RecordedLines; lines: string[] }>`
    select fill, array_agg(line order by id) as lines
    from (
      select id, case kind when 'effect' then 'impact' else 'factors' end as fill, statement as line
      from finding
      where postmortem_id = ${postmortemId}::uuid and kind in ('cause', 'contributing-factor', 'effect')
      union all
      select id, 'actions', title from action
      where postmortem_id = ${postmortemId}::uuid and state <> 'cancelled'
      union all
      select action.id, 'validation', field.value from action, jsonb_each_text(action.verification -> 'fields') as field
      where action.postmortem_id = ${postmortemId}::uuid and action.state <> 'cancelled'
    ) recorded
    group by fill`.execute(db);
  return Object.fromEntries(rows.map(({ fill, lines }) => [fill, lines]));
}

/** Measures a postmortem again after its findings or actions changed. Its version counts edits of itself, so it stays. */
export async function remeasure(db: Db, postmortemId: string): Promise<void> {
  await db
    .selectFrom('postmortem')
    .select('id')
    .where('id', '=', postmortemId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const template = await templateOf(db, postmortemId);
  const { sections } = (await findText(db, postmortemId))!;
  const recorded = await listRecordedLines(db, postmortemId);
  const { completeness, measured } = measureText({ template, sections, recorded });
  await db
    .updateTable('postmortem')
    .set({ completeness, measured: JSON.stringify(measured) })
    .where('id', '=', postmortemId)
    .execute();
}
