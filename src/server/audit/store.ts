import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db/openDatabase.ts';

/** An event as it stands: erasable fields as JSON `{"salt","value"}`, null where there is none or it was erased. */
export interface EventRow {
  id: string;
  leaf: string;
  index: number | null;
  hash: Buffer | null;
  actorName: string | null;
  ip: string | null;
  userAgent: string | null;
  input: string | null;
  before: string | null;
  after: string | null;
}

const described: RawBuilder<EventRow> = sql`
  event.id, event.leaf, log.index, log.hash, event.actor_name as "actorName", event.ip,
  event.user_agent as "userAgent", event.input, event.before, event.after`;

/** What a list of events may be narrowed by; what is undefined does not narrow. */
export interface EventFilter {
  actorId?: string | undefined;
  operation?: readonly string[] | undefined;
  kind?: readonly string[] | undefined;
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  incidentId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const CONDITIONS: {
  [Field in keyof EventFilter]-?: (value: NonNullable<EventFilter[Field]>) => RawBuilder<boolean>;
} = {
  actorId: id => sql`event.actor_id = ${id}`,
  operation: names => sql`event.operation = any(${names})`,
  kind: kinds => sql`event.kind = any(${kinds})`,
  subjectKind: kind => sql`event.subject_kind = ${kind}`,
  subjectId: id => sql`event.subject_id = ${id}`,
  incidentId: id => sql`event.incident_id = ${id}`,
  from: at => sql`event.at >= ${at}`,
  to: at => sql`event.at < ${at}`,
};

/** Events, the newest first. `after`: time and id of the last one of the page before. */
export async function listEvents(
  db: Db,
  filter: EventFilter,
  { after, most }: { after: readonly [at: string, id: string] | undefined; most: number },
): Promise<(EventRow & { at: string })[]> {
  const narrowed = (Object.keys(CONDITIONS) as (keyof EventFilter)[])
    .filter(field => filter[field] !== undefined)
    .map(field => (CONDITIONS[field] as (value: unknown) => RawBuilder<boolean>)(filter[field]));
  const behind = after
    ? [sql<boolean>`(event.at, event.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]
    : [];
  const { rows } = await sql<EventRow & { at: string }>`
    select ${described}, event.at
    from audit_event as event
    left join audit_leaf as log on log.event_id = event.id
    where ${sql.join([sql`true`, ...narrowed, ...behind], sql` and `)}
    order by event.at desc, event.id desc limit ${most}`.execute(db);
  return rows;
}

/** One event, whether or not it has its place in the log. */
export async function findEvent(db: Db, id: string): Promise<EventRow | undefined> {
  const { rows } = await sql<EventRow>`
    select ${described}
    from audit_event as event
    left join audit_leaf as log on log.event_id = event.id
    where event.id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** The newest checkpoint that was signed and written outside. */
export const findNewestCheckpoint = (db: Db) =>
  db
    .selectFrom('auditCheckpoint')
    .select(['note', 'signedAt'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
