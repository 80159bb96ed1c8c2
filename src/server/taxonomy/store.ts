import {
  type Dimension,
  type ExtraTerm,
  extendTaxonomy,
  type Taxonomy,
} from '../../core/taxonomy/taxonomy.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { Db } from '../platform/db/openDatabase.ts';

/** The organisation's own terms, in the order in which they were added. */
export const listTerms = async (db: Db): Promise<ExtraTerm[]> =>
  (await db
    .selectFrom('taxonomyTerm')
    .select(['dimension', 'id', 'name', 'description'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()) as ExtraTerm[];

/** The taxonomy with the organisation's own terms. */
export const loadTaxonomy = async (db: Db): Promise<Taxonomy> => extendTaxonomy(await listTerms(db)).taxonomy;

/** The lock keeps two changes of one term apart. */
export const lockTerm = (db: Db, dimension: Dimension, id: string) =>
  db
    .selectFrom('taxonomyTerm')
    .select(['dimension', 'id', 'name', 'description'])
    .where('dimension', '=', dimension)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst() as Promise<ExtraTerm | undefined>;

/** Adds a term of the organisation's own. */
export const insertTerm = (db: Db, term: ExtraTerm, at: string) =>
  db
    .insertInto('taxonomyTerm')
    .values({ ...term, createdAt: at })
    .execute();

/** Rewords a term; its id stays. */
export const updateTerm = (
  db: Db,
  { dimension, id }: ExtraTerm,
  fields: Changes<Pick<ExtraTerm, 'name' | 'description'>>,
) =>
  db
    .updateTable('taxonomyTerm')
    .set(fields)
    .where('dimension', '=', dimension)
    .where('id', '=', id)
    .execute();

/** Removes a term; incidents that were filed under it keep its id. */
export const deleteTerm = (db: Db, { dimension, id }: ExtraTerm) =>
  db.deleteFrom('taxonomyTerm').where('dimension', '=', dimension).where('id', '=', id).execute();
