import { sql } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Citation } from '../../core/document/bundle.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import { rememberRows } from '../platform/db/rememberRows.ts';

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

/** UTF-16 units of texts that stay in memory. */
const MOST_REMEMBERED = 4_000_000;

const texts = rememberRows<{ markdown: string }>({
  read: async (db, ids) => {
    const rows = await db
      .selectFrom('postmortemText')
      .select(['id', 'markdown'])
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute();
    return new Map(rows.map(({ id, markdown }) => [id, { markdown }]));
  },
  sizeOf: ({ markdown }) => markdown.length + 100,
  most: MOST_REMEMBERED,
});

/** Sections with the texts that stand in their places. */
export async function withTexts(db: Db, placed: readonly PlacedSection[]): Promise<WrittenSection[]> {
  const found = await texts(
    db,
    placed.map(({ textId }) => textId),
  );
  return placed.map(section => ({ ...section, markdown: found.get(section.textId)!.markdown }));
}

/** The text as it was at a version of the postmortem, which need not have changed the text; without one the newest. */
export async function findText(db: Db, postmortemId: string, atVersion?: number) {
  const row = await described(db)
    .where('entry.postmortemId', '=', postmortemId)
    .$if(atVersion !== undefined, query => query.where('entry.version', '<=', atVersion!))
    .orderBy('entry.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, sections: await withTexts(db, row.sections) };
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
