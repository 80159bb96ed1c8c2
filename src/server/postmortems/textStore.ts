import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Citation } from '../../core/document/bundle.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { prepareQuery } from '../platform/db/prepareQuery.ts';
import { SYSTEM } from '../platform/operations/actor.ts';

/** A section's place in a version: which text stands there, and since which version. */
export interface PlacedSection {
  id: string;
  title: string;
  textId: string;
  version: number;
  writtenBy: 'nobody' | 'draft' | 'person';
}

/** The same with its text. */
export interface WrittenSection extends PlacedSection {
  markdown: string;
}

const described = (db: Db) =>
  db
    .selectFrom('postmortemVersion as entry')
    .select(eb => [
      'entry.version',
      'entry.change',
      'entry.note',
      'entry.createdAt',
      sql<readonly PlacedSection[]>`entry.sections`.as('sections'),
      jsonObjectFrom(
        eb
          .selectFrom('person')
          .select(['person.id', 'person.name'])
          .whereRef('person.id', '=', 'entry.authorId'),
      ).as('author'),
    ]);

/** Versions of the text, the newest first. */
export const listVersions = (
  db: Db,
  postmortemId: string,
  { before, most }: { before?: number | undefined; most: number },
) =>
  described(db)
    .where('entry.postmortemId', '=', postmortemId)
    .$if(before !== undefined, query => query.where('entry.version', '<', before!))
    .orderBy('entry.version', 'desc')
    .limit(most)
    .execute();

const withTexts = (db: Db, postmortemId: string) =>
  described(db)
    .select(eb =>
      eb
        .selectFrom('postmortemText as text')
        .select(sql<Record<string, string>>`json_object_agg(text.id, text.markdown)`.as('texts'))
        .where(
          sql<boolean>`text.id in (
            select (section ->> 'textId')::uuid from jsonb_array_elements(entry.sections) as section
          )`,
        )
        .as('texts'),
    )
    .where('entry.postmortemId', '=', postmortemId)
    .orderBy('entry.version', 'desc')
    .limit(1);

const newestTexts = prepareQuery((db, { id }) => withTexts(db, id));

/** The text as it was at a version of the postmortem, which need not have changed the text; without one the newest. */
export async function findText(db: Db, postmortemId: string, atVersion?: number) {
  const row =
    atVersion === undefined
      ? (await newestTexts(db, { actor: SYSTEM, id: postmortemId })).at(0)
      : await withTexts(db, postmortemId).where('entry.version', '<=', atVersion).executeTakeFirst();
  if (!row) return undefined;
  const { texts, sections, ...entry } = row;
  const written = sections.map(section => ({ ...section, markdown: texts![section.textId]! }));
  return { ...entry, sections: written satisfies WrittenSection[] };
}

/** The version that a postmortem is at, whether or not its text changed with it. */
export const findNewestVersion = async (db: Db, postmortemId: string): Promise<number | undefined> =>
  (await db.selectFrom('postmortem').select('version').where('id', '=', postmortemId).executeTakeFirst())
    ?.version;

export interface NewVersion {
  postmortemId: string;
  version: number;
  sections: readonly PlacedSection[];
  change: string;
  note: string;
  authorId: string | null;
  createdAt: string;
}

/** Adds the next version of the text. */
export const insertVersion = (db: Db, { sections, ...entry }: NewVersion) =>
  db
    .insertInto('postmortemVersion')
    .values({ ...entry, sections: JSON.stringify(sections) })
    .execute();

/** Adds texts; versions say where they stand. */
export async function insertTexts(
  db: Db,
  postmortemId: string,
  texts: readonly { id: string; markdown: string }[],
): Promise<void> {
  if (texts.length === 0) return;
  await db
    .insertInto('postmortemText')
    .values(texts.map(text => ({ ...text, postmortemId })))
    .execute();
}

/** Evidence that the text cites, or cited in some version, by its name. */
export async function listCitations(db: Db, postmortemId: string): Promise<Citation[]> {
  const rows = await db
    .selectFrom('postmortemCitation')
    .select(sql<Citation>`citation`.as('citation'))
    .where('postmortemId', '=', postmortemId)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ citation }) => citation);
}

/** Adds evidence that the text cites, under names that are free. */
export async function insertCitations(
  db: Db,
  postmortemId: string,
  citations: readonly Citation[],
): Promise<void> {
  if (citations.length === 0) return;
  await db
    .insertInto('postmortemCitation')
    .values(
      citations.map(citation => ({
        postmortemId,
        ordinal: Number(citation.id.slice(1)),
        citation: JSON.stringify(citation),
      })),
    )
    .execute();
}
