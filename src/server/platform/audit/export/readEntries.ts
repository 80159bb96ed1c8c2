import { type Kysely, sql } from 'kysely';

/** An entry of the log as it is stored. */
export interface StoredEntry {
  index: number;
  /** The leaf's canonical JSON, and its hash in the log. */
  leaf: string;
  hash: Buffer;
  /** Canonical JSON `{"salt","value"}`; null when there was none, or when it was erased. */
  actorName: string | null;
  after: string | null;
  before: string | null;
  input: string | null;
  ip: string | null;
  userAgent: string | null;
}

/** Which entries; all of [from, to) when nothing else is said. */
export interface EntryRange {
  from: number;
  to: number;
  /** Only those of one incident. */
  incidentId?: string;
}

/** Entries in memory at once. */
const BATCH = 200;

/** Entries in their order; as many in memory as one batch holds, however many there are. */
export async function* readEntries<Database>(
  db: Kysely<Database>,
  { from, to, incidentId }: EntryRange,
): AsyncGenerator<StoredEntry> {
  const isWanted = incidentId === undefined ? sql`true` : sql`event.incident_id = ${incidentId}`;
  for (let next = from; ; ) {
    const { rows } = await sql<StoredEntry>`
      select log.index, event.leaf, log.hash, event.actor_name as "actorName", event.after, event.before,
        event.input, event.ip, event.user_agent as "userAgent"
      from audit_leaf as log
      join audit_event as event on event.id = log.event_id
      where log.index >= ${next} and log.index < ${to} and ${isWanted}
      order by log.index limit ${BATCH}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    yield* rows;
    next = Number(last.index) + 1;
  }
}
