import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';
import { packedOrds, unpackOrds } from './packedOrds.ts';

/** Names that one word may stand for. */
const MOST_NAMES = 200;
/** Words that a mistyped one may stand for. */
const MOST_GUESSES = 5;

/** One of the words that were typed. */
export interface QueryWord {
  word: string;
  /** What it matches, as a tsquery. */
  query: string;
  /** Stands everywhere, so longer texts are not searched for it: `the`. */
  isCommon: boolean;
}

/** What a word matches: its stem, and whoever and whatever has it in the name. */
const matching = (word: string): RawBuilder<string> => sql`(
  plainto_tsquery('search_title', ${sql.ref(word)})
  || coalesce((
    select string_agg(search_reference(id), ' | ')::tsquery
    from (
      select id from search_name where words @@ plainto_tsquery('search_title', ${sql.ref(word)})
      order by id limit ${MOST_NAMES}
    ) as named
  ), ''::tsquery)
)`;

/** The words of a text, each with what it matches. The last one may be unfinished: it also matches what begins with it. */
export async function readWords(db: Db, text: string, mostWords: number): Promise<QueryWord[]> {
  const { rows } = await sql<QueryWord>`
    with typed as (
      select word, place, place = max(place) over () and length(word) > 2 as may_go_on
      from regexp_split_to_table(search_plain(${text}), ' ') with ordinality as split (word, place)
      where word <> ''
      order by place limit ${mostWords}
    )
    select word, numnode(plainto_tsquery('search_body', word)) = 0 as "isCommon", (
      ${matching('typed.word')}
      || case when may_go_on then to_tsquery('search_title', word || ':*') else ''::tsquery end
    )::text as query
    from typed
    where numnode(plainto_tsquery('search_title', word)) > 0
    order by place`.execute(db);
  return rows;
}

/** A word that may have been meant. */
export type Guess = Pick<QueryWord, 'word' | 'query'>;

/**
 * What a word may have been meant to be: words a slip away, and for longer ones those that look alike; the most alike
 * first. Only words that somebody can find: nothing is learnt of what they may not see.
 *
 * @param seen the guarded documents that they see; null: all
 */
export async function guessWords(db: Db, word: string, seen: Uint32Array | null): Promise<Guess[]> {
  const { rows } = await sql<Guess>`
    with candidate as (
      select word from search_word where slips && search_slips(${word})
      union
      select word from search_word where length(${word}) > 5 and word % ${word} and similarity(word, ${word}) > 0.45
    ), likely as materialized (
      select word, similarity(word, ${word}) as likeness, ${matching('candidate.word')} as query from candidate
      order by likeness desc, word
    )
    select word, query::text as query from likely
    where search_holds(likely.query, ${toArray(seen)}) limit ${MOST_GUESSES}`.execute(db);
  return rows;
}

/** As PostgreSQL reads them; null: not given. */
const toArray = (seen: Uint32Array | null): RawBuilder<unknown> =>
  sql`${seen && `{${seen.join(',')}}`}::integer[]`;

/** Documents that match a tsquery, whoever may see them; one may stand there several times. */
export async function findMatches(db: Db, query: string): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select search_ords(${query}::tsquery) as ords`.execute(db);
  return unpackOrds(rows[0]!.ords);
}

/** Those of some documents that match a tsquery. */
export async function findMatchesAmong(
  db: Db,
  query: string,
  among: readonly number[],
): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${packedOrds} as ords from search_text
    where ord = any(${among}::integer[]) and words @@ ${query}::tsquery`.execute(db);
  return unpackOrds(rows[0]!.ords);
}

/** Whether something matches that somebody sees; `seen` as for guesses. */
export async function hasMatch(db: Db, query: string, seen: Uint32Array | null): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select search_holds(${query}::tsquery, ${toArray(seen)}) as found`.execute(db);
  return rows[0]!.found;
}

/** What a person opened or declared, or has a role in. */
export async function findOwn(db: Db, personId: string): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${packedOrds} as ords from (
      select ord from search_document
      where id in (select postmortem.id from postmortem where postmortem.opened_by = ${personId}::uuid)
      union all
      select ord from search_document
      where kind <> 'action' and incident_id in (
        select incident.id from incident where incident.declared_by = ${personId}::uuid
        union
        select incident_id from incident_role where person_id = ${personId}::uuid and until is null
      )
    ) as own`.execute(db);
  return unpackOrds(rows[0]!.ords);
}
