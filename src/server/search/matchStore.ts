import { type RawBuilder, sql } from 'kysely';
import { seesAll, visibleThrough } from '../platform/access/visible.ts';
import { visibleThroughPostmortem } from '../platform/access/visiblePostmortem.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';

/** Names that one word may stand for. */
const MOST_NAMES = 200;
/** Words that a mistyped one may stand for. */
const MOST_GUESSES = 5;

/** The condition under which an actor sees a row of `search_document`: its incident is seen, and its postmortem, if it has one. */
export const visibleDocument = (actor: Actor, table: string): RawBuilder<boolean> =>
  sql`(${visibleThrough(actor, `${table}.incident_id`)} and (
    ${sql.ref(`${table}.postmortem_id`)} is null
    or ${visibleThroughPostmortem(actor, `${table}.postmortem_id`)}
  ))`;

/**
 * Ords of guarded documents that the actor sees. Asked are only those of incidents that the actor has to do with, and of
 * postmortems that they are on the list of: nothing else that is guarded can be theirs to see, and it is little.
 */
const guardedFor = (actor: Actor): RawBuilder<unknown> => sql`(
  select document.ord from search_document as document
  where ${visibleDocument(actor, 'document')} and document.ord = any(array(
    select near.ord from search_document as near
    where near.is_guarded and (near.incident_id in (
      select incident_id from incident_access
      where person_id = ${actor.id}::uuid or team_id = any(${actor.teamIds}::uuid[])
      union all
      select incident_id from incident_role where person_id = ${actor.id}::uuid and until is null
      union all
      select incident_id from incident_team where team_id = any(${actor.teamIds}::uuid[])
    ) or near.postmortem_id in (
      select postmortem_id from postmortem_viewer
      where person_id = ${actor.id}::uuid or team_id = any(${actor.teamIds}::uuid[])
    ))
  ))
)`;

/** The condition under which an actor sees a row of `search_text`: only what is guarded is asked for. */
const visibleText = (actor: Actor): RawBuilder<boolean> =>
  seesAll(actor) ? sql`true` : sql`(not search_text.is_guarded or search_text.ord in ${guardedFor(actor)})`;

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
 * first. Only words that the actor can find: nothing is learnt of what they may not see.
 */
export async function guessWords(db: Db, actor: Actor, word: string): Promise<Guess[]> {
  const { rows } = await sql<Guess>`
    with candidate as (
      select distinct word, similarity(word, ${word}) as likeness
      from search_word
      where slips && search_slips(${word})
        or (length(${word}) > 5 and word % ${word} and similarity(word, ${word}) > 0.45)
    ), likely as (
      select word, likeness, ${matching('candidate.word')} as query from candidate
    )
    select word, query::text as query
    from likely
    where exists (select from search_text where search_text.words @@ likely.query and ${visibleText(actor)})
    order by likeness desc, word
    limit ${MOST_GUESSES}`.execute(db);
  return rows;
}

/** Four bytes each, lowest first: how ords come over in one value instead of a row each. */
const ords = sql<Buffer | null>`string_agg(int4send(ord), ''::bytea)`;

function toOrds(bytes: Buffer | null): Uint32Array {
  if (!bytes) return new Uint32Array(0);
  const swapped = Buffer.from(bytes).swap32();
  return new Uint32Array(swapped.buffer, swapped.byteOffset, swapped.length / 4);
}

/** Documents that match a tsquery and that the actor sees; one may stand there several times. */
export async function findMatches(db: Db, actor: Actor, query: string): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${ords} as ords from search_text where words @@ ${query}::tsquery and ${visibleText(actor)}`.execute(
    db,
  );
  return toOrds(rows[0]!.ords);
}

/** Documents whose title alone matches, whoever may see them: to be held against matches. */
export async function findTitles(db: Db, query: string): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${ords} as ords from search_document
    where to_tsvector('search_title', title) @@ ${query}::tsquery`.execute(db);
  return toOrds(rows[0]!.ords);
}

/** Whether something that the actor sees matches. */
export async function hasMatch(db: Db, actor: Actor, query: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from search_text where words @@ ${query}::tsquery and ${visibleText(actor)}
    ) as found`.execute(db);
  return rows[0]!.found;
}

/** Guarded documents that the actor sees. */
export async function findGuarded(db: Db, actor: Actor): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${ords} as ords from ${guardedFor(actor)} as guarded`.execute(db);
  return toOrds(rows[0]!.ords);
}

/** What is an actor's own: what they own, declared or opened, have a role in, and what their teams take part in. */
export async function findOwn(db: Db, { id, teamIds }: Actor): Promise<Uint32Array> {
  const { rows } = await sql<{ ords: Buffer | null }>`
    select ${ords} as ords from search_document as document
    where document.owner_id = ${id}::uuid
      or document.id in (select postmortem.id from postmortem where postmortem.opened_by = ${id}::uuid)
      or (document.kind <> 'action' and document.incident_id in (
        select incident.id from incident where incident.declared_by = ${id}::uuid
        union
        select incident_id from incident_role where person_id = ${id}::uuid and until is null
        union
        select incident_id from incident_team where team_id = any(${teamIds}::uuid[])
      ))`.execute(db);
  return toOrds(rows[0]!.ords);
}
