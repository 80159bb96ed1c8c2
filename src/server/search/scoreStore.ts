import { sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';

/** How well a document matches, however old it is: 0 to 1.3. */
export interface Scored {
  ord: number;
  score: number;
}

/**
 * Scores documents that match; see docs/guide/search.md for what the parts mean. Of an incident and its notes the best one counts;
 * what does not match adds nothing, so whether it does is not asked: words would be unpacked a second time.
 *
 * @param query a tsquery
 * @param text as it was typed
 */
export async function scoreDocuments(
  db: Db,
  { ords, query, text }: { ords: readonly number[]; query: string; text: string },
): Promise<Scored[]> {
  const { rows } = await sql<Scored>`
    select document.ord, max(
      ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', search_text.words, ${query}::tsquery, 32)::float8
      + 0.3 * word_similarity((select search_plain(${text})), document.title)
    ) as score
    from search_document as document
    join search_text on search_text.ord = document.ord
    where document.ord = any(${ords}::integer[])
    group by document.ord`.execute(db);
  return rows;
}
