import { sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';

export interface Ranked {
  ord: number;
  /** A billionth is one. */
  score: number;
}

/**
 * Ranks documents; see docs/guide/search.md for what the parts mean. Of an incident and its notes the best one counts.
 *
 * @param query a tsquery
 * @param text as it was typed
 * @param asOf ISO; how old a document is, is counted from here
 */
export async function rankDocuments(
  db: Db,
  { ords, query, text, asOf }: { ords: readonly number[]; query: string; text: string; asOf: string },
): Promise<Ranked[]> {
  const { rows } = await sql<Ranked>`
    select document.ord, max(round(1e9 * (
      ts_rank_cd('{0.1, 0.2, 0.4, 1.0}', search_text.words, ${query}::tsquery, 32)
      + 0.3 * word_similarity((select search_plain(${text})), document.title)
      + 0.1 / (1 + greatest(0, extract(epoch from ${asOf}::timestamptz - document.at)::float8) / 31557600)
    ))::bigint) as score
    from search_document as document
    join search_text on search_text.ord = document.ord
    where document.ord = any(${ords}::integer[]) and search_text.words @@ ${query}::tsquery
    group by document.ord`.execute(db);
  return rows;
}
