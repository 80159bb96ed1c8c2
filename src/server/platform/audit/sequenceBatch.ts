import { type Kysely, sql } from 'kysely';
import { completeTiles } from './tree/tiles.ts';

/** Entries [from, to) of the log. */
export interface Sequenced {
  from: number;
  to: number;
}

/** Where listeners hear of new entries; the payload is `Sequenced` as JSON. */
export const EVENTS_CHANNEL = 'afterword_events';

/** Any number will do, as long as every server uses the same: they sequence one after the other. */
const LOCK = 4_600_010;

/**
 * Gives up to `limit` queued events their place in the log, in one transaction: leaves, nodes and the notice to listeners
 * come together or not at all. Undefined when nothing was queued.
 */
export async function sequenceBatch<Database>(
  db: Kysely<Database>,
  limit: number,
): Promise<Sequenced | undefined> {
  if (await isQueueEmpty(db)) return undefined;
  return db.transaction().execute(async transaction => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(transaction);
    const sequenced = await placeLeaves(transaction, limit);
    if (!sequenced) return undefined;
    await completeTiles(transaction, sequenced);
    await sql`select pg_notify(${EVENTS_CHANNEL}, ${JSON.stringify(sequenced)})`.execute(transaction);
    return sequenced;
  });
}

async function isQueueEmpty<Database>(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from audit_queue) as empty`.execute(db);
  return rows[0]!.empty;
}

/** `offset 0` keeps each event's look-up by its key, whatever the planner believes of the queue's length. */
async function placeLeaves<Database>(
  transaction: Kysely<Database>,
  limit: number,
): Promise<Sequenced | undefined> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    with taken as (
      delete from audit_queue
      where ticket <= (
        select max(ticket) from (select ticket from audit_queue order by ticket limit ${limit}) as next
      )
      returning ticket, event_id
    ), placed as (
      insert into audit_leaf (index, event_id, hash)
      select log.size + row_number() over (order by taken.ticket) - 1, taken.event_id, event.hash
      from (select coalesce(max(index) + 1, 0) as size from audit_leaf) as log
      cross join taken
      cross join lateral (
        select sha256('\\x00'::bytea || convert_to(leaf, 'UTF8')) as hash
        from audit_event
        where id = taken.event_id
        offset 0
      ) as event
      returning index
    )
    select min(index) as "from", max(index) + 1 as "to" from placed`.execute(transaction);
  const { from, to } = rows[0]!;
  return from === null || to === null ? undefined : { from: Number(from), to: Number(to) };
}
