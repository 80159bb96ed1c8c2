import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';
import type { DocumentRow } from './columns.ts';

interface StoredRow {
  ord: number | null;
  version: number;
  isGuarded: boolean;
  isGone: boolean;
  at: number;
  kind: string;
  state: string;
  severity: string;
  serviceIds: string;
  teamIds: string;
  ownerId: string | null;
  layer: string | null;
  causeClass: string | null;
  useCase: string | null;
  year: string;
}

/** Arrays go as text: their parser would take most of the time. */
const stored: RawBuilder<StoredRow> = sql`
  document.ord, document.version, document.is_guarded as "isGuarded", document.is_gone as "isGone",
  (extract(epoch from document.at) * 1e6)::float8 as at, document.kind, document.state, document.severity,
  array_to_string(document.service_ids, ' ') as "serviceIds", array_to_string(document.team_ids, ' ') as "teamIds",
  document.owner_id as "ownerId", document.layer, document.cause_class as "causeClass",
  document.use_case as "useCase", to_char(document.at at time zone 'UTC', 'FMYYYY') as year`;

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
const optional = (value: string | null): string[] => (value === null ? [] : [value]);

const toDocument = (row: StoredRow): DocumentRow => ({
  ord: row.ord!,
  version: row.version,
  isGuarded: row.isGuarded,
  isGone: row.isGone,
  at: row.at,
  values: {
    kind: [row.kind],
    state: [row.state],
    severity: [row.severity],
    serviceId: words(row.serviceIds),
    teamId: words(row.teamIds),
    ownerId: optional(row.ownerId),
    layer: optional(row.layer),
    causeClass: optional(row.causeClass),
    useCase: optional(row.useCase),
    year: [row.year],
  },
});

/** The oldest transaction that is not over: whatever an older one changed can be seen now. */
export async function readHorizon(db: Db): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db);
  return rows[0]!.horizon;
}

/** Documents in the order of ords, behind one of them. */
export async function readDocuments(db: Db, afterOrd: number, most: number): Promise<DocumentRow[]> {
  const { rows } = await sql<StoredRow>`
    select ${stored} from search_document as document where ord > ${afterOrd} order by ord limit ${most}`.execute(
    db,
  );
  return rows.map(toDocument);
}

/** A row of words that was changed, by the number of its transaction. */
export type TextChange = readonly [ord: number, transaction: string];

export interface DocumentChanges {
  horizon: string;
  rows: DocumentRow[];
  texts: TextChange[];
}

/**
 * Documents and their words that transactions changed which were not over at a horizon, and the next horizon.
 * Transactions that are yet to come are left out: a restored back-up may hold their numbers.
 */
export async function readChanges(db: Db, horizon: string): Promise<DocumentChanges> {
  const { rows } = await sql<StoredRow & { horizon: string; texts: TextChange[] }>`
    with now as materialized (select pg_current_snapshot() as snapshot)
    select pg_snapshot_xmin(now.snapshot)::text as horizon, coalesce((
        select json_agg(json_build_array(text.ord, text.changed::text)) from search_text as text
        where text.changed >= ${horizon}::xid8 and text.changed < pg_snapshot_xmax(now.snapshot)
      ), '[]') as texts,
      ${stored}
    from now
    left join search_document as document
      on document.changed >= ${horizon}::xid8 and document.changed < pg_snapshot_xmax(now.snapshot)`.execute(
    db,
  );
  const [{ texts, horizon: next }] = rows as [(typeof rows)[number]];
  return { horizon: next, texts, rows: rows.filter(({ ord }) => ord !== null).map(toDocument) };
}
