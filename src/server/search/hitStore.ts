import { type RawBuilder, sql } from 'kysely';
import type { Facet, SearchKind } from '../../contract/search.ts';
import type { Severity } from '../../core/taxonomy/severities.ts';
import { jsonInstant } from '../platform/db/jsonInstant.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import { visibleDocument } from './guardedStore.ts';

export interface FoundDocument {
  ord: number;
  kind: SearchKind;
  id: string;
  title: string;
  state: string;
  incident: { id: string; number: string; title: string; severity: Severity };
  owner: { id: string; name: string } | null;
  at: string;
  isRestricted: boolean;
  /** The postmortem itself is, so that not everyone who sees the incident sees it. */
  isPostmortemRestricted: boolean;
}

/** Documents that the actor sees, in the order of the ords. */
export async function describeDocuments(
  db: Db,
  actor: Actor,
  ords: readonly number[],
): Promise<FoundDocument[]> {
  const { rows } = await sql<FoundDocument>`
    select document.ord, document.kind, document.id, document.state, document.is_guarded as "isRestricted",
      coalesce(postmortem.is_restricted, false) as "isPostmortemRestricted", ${jsonInstant('document.at')} as at,
      case document.kind
        when 'incident' then incident.title
        when 'postmortem' then postmortem.title
        else (select action.title from action where action.id = document.id)
      end as title,
      json_build_object(
        'id', incident.id, 'number', 'INC-' || incident.number, 'title', incident.title, 'severity', incident.severity
      ) as incident,
      (select json_build_object('id', person.id, 'name', person.name) from person where person.id = document.owner_id)
        as owner
    from unnest(${ords}::integer[]) with ordinality as asked (ord, place)
    join search_document as document on document.ord = asked.ord
    join incident on incident.id = document.incident_id
    left join postmortem on postmortem.id = document.postmortem_id
    where not document.is_gone and ${visibleDocument(actor, 'document')}
    order by asked.place`.execute(db);
  return rows;
}

/** The texts of a document, or of an incident with one of its notes, where a query matched. */
export interface FoundText {
  id: string;
  title: string;
  body: string;
  notes: string;
  /** Names of what it refers to, where they matched. */
  names: string | null;
}

/** In a tsquery: what stands for a service, a team or a person, as search_reference makes it. */
const REFERENCE = /'x[0-9a-f]{32}'/;

/** Nothing when no word stands for a name: what a document refers to takes longer to read than its texts. */
const matchingNames = (anyWord: string): RawBuilder<string | null> =>
  REFERENCE.test(anyWord)
    ? sql`(
        select string_agg(named.name, ', ' order by named.name) from search_name as named
        where named.id = any(source.refers_to) and named.words @@ ${anyWord}::tsquery
      )`
    : sql`null`;

/** Texts of documents that match a query, looked up by their keys (a join would read all that there are); `anyWord` matches what one of its words matches. */
export async function readTexts(
  db: Db,
  { ords, query, anyWord }: { ords: readonly number[]; query: string; anyWord: string },
): Promise<FoundText[]> {
  const { rows } = await sql<FoundText>`
    select source.id, source.title, source.body, source.notes, ${matchingNames(anyWord)} as names
    from search_source as source
    where source.part_id = any(array(
      select search_text.part_id from search_text
      where search_text.ord = any(${ords}::integer[]) and search_text.words @@ ${query}::tsquery
    ))
    order by source.part_id`.execute(db);
  return rows;
}

/** Those of some words that a query matches. */
export async function listMatchingWords(
  db: Db,
  words: readonly string[],
  anyWord: string,
): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${words}::text[]) as word
    where to_tsvector('search_title', search_plain(word)) @@ ${anyWord}::tsquery`.execute(db);
  return rows.map(({ word }) => word);
}

/** Facets whose values are ids, and where their names stand. */
const NAMES: { readonly [F in Facet]?: RawBuilder<unknown> } = {
  serviceId: sql`select id::text, name from service`,
  teamId: sql`select id::text, name from team`,
  ownerId: sql`select id::text, name from person`,
};

/** Names by id of the values of facets that are ids. */
export async function listNames(
  db: Db,
  values: Readonly<Record<Facet, readonly string[]>>,
): Promise<Map<string, string>> {
  const asked = (Object.keys(NAMES) as Facet[]).map(
    facet =>
      sql`select * from (${NAMES[facet]!} where id = any(${values[facet]}::uuid[])) as ${sql.table(facet)}`,
  );
  const { rows } = await sql<{ id: string; name: string }>`${sql.join(asked, sql` union all `)}`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
