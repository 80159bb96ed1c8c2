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

/** Entries in memory at once. */
const BATCH = 200;

/** Entries [from, to) in their order; as many in memory as one batch holds, however many there are. */
export async function* readEntries<Database>(
  db: Kysely<Database>,
  { from, to }: { from: number; to: number },
): AsyncGenerator<StoredEntry> {
  for (let start = from; start < to; start += BATCH)
    yield* await readBatch(db, start, Math.min(to, start + BATCH));
}

async function readBatch<Database>(db: Kysely<Database>, from: number, to: number): Promise<StoredEntry[]> {
  const { rows } = await sql<StoredEntry>`
    select log.index, event.leaf, log.hash, event.actor_name as "actorName", event.after, event.before, event.input,
      event.ip, event.user_agent as "userAgent"
    from audit_leaf as log
    join audit_event as event on event.id = log.event_id
    where log.index >= ${from} and log.index < ${to}
    order by log.index`.execute(db);
  return rows;
}
