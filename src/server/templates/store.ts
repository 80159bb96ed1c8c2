import { sql } from 'kysely';
import type { TemplateSection } from '../../core/document/templates/template.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';

export interface TemplateFields {
  name: string;
  description: string;
  sections: readonly TemplateSection[];
  retiredAt: string | null;
}

const described = (db: Db) =>
  db
    .selectFrom('template')
    .select(['id', 'version', 'defaultId', 'name', 'description', 'retiredAt', 'createdAt', 'updatedAt'])
    .select(sql<readonly TemplateSection[]>`template.sections`.as('sections'));

export type TemplateRow = Awaited<ReturnType<typeof findTemplate>> & {};

/** All templates by name: those that are offered, or those that were retired. */
export const listTemplates = (db: Db, { isRetired }: { isRetired: boolean }) =>
  described(db)
    .where('retiredAt', isRetired ? 'is not' : 'is', null)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();

export const findTemplate = (db: Db, id: string) => described(db).where('id', '=', id).executeTakeFirst();

export const findTemplateByDefault = (db: Db, defaultId: string) =>
  described(db).where('defaultId', '=', defaultId).executeTakeFirst();

export const lockTemplate = (db: Db, id: string) =>
  db.selectFrom('template').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Adds a template; one that began as a template of the product is added once, however often it is asked for. */
export async function insertTemplate(
  db: Db,
  {
    id,
    defaultId,
    at,
    sections,
    ...fields
  }: Omit<TemplateFields, 'retiredAt'> & {
    id: string;
    defaultId: string | null;
    at: string;
  },
): Promise<void> {
  await db
    .insertInto('template')
    .values({ id, defaultId, ...fields, sections: JSON.stringify(sections), createdAt: at, updatedAt: at })
    .onConflict(conflict => conflict.column('defaultId').doNothing())
    .execute();
}

/** Changes some fields and counts the version on. */
export async function updateTemplate(
  db: Db,
  id: string,
  { sections, ...fields }: Changes<TemplateFields>,
  at: string,
): Promise<void> {
  await db
    .updateTable('template')
    .set(eb => ({
      ...fields,
      ...(sections && { sections: JSON.stringify(sections) }),
      updatedAt: at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}
