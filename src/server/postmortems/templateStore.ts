import { sql } from 'kysely';
import type { Template } from '../../core/document/templates/template.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { rememberRows } from '../platform/db/rememberRows.ts';

/** A template as a postmortem keeps it. */
export type TemplateCopy = Pick<Template, 'id' | 'name' | 'sections'>;

/** How many templates stay in memory. */
const MOST_REMEMBERED = 500;

const templates = rememberRows<TemplateCopy>({
  read: async (db, ids) => {
    const rows = await db
      .selectFrom('postmortem')
      .select(['id', sql<TemplateCopy>`template`.as('template')])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    return new Map(rows.map(({ id, template }) => [id, template]));
  },
  sizeOf: () => 1,
  most: MOST_REMEMBERED,
});

/** The template of a postmortem as it was when it was opened. */
export const templateOf = async (db: Db, postmortemId: string): Promise<TemplateCopy> =>
  (await templates(db, [postmortemId])).get(postmortemId)!;
