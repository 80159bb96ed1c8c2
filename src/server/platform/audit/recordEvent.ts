import { type Kysely, sql } from 'kysely';
import type { AuditEvent } from './event.ts';
import { sealEvent } from './sealEvent.ts';

/**
 * Writes an event in the transaction of what it reports, and returns its id. One statement, no lock that another writer
 * waits for: its place in the log is given after the commit, by the sequencer. Call `poke()` of it after the commit.
 * Throws TypeError when an id in the event is not plain ASCII.
 */
export async function recordEvent<Database>(
  transaction: Kysely<Database>,
  event: AuditEvent,
): Promise<string> {
  const { id, leaf, openings } = sealEvent(event);
  const {
    actorName = null,
    ip = null,
    userAgent = null,
    input = null,
    before = null,
    after = null,
  } = openings;
  await sql`
    with recorded as (
      insert into audit_event (id, leaf, actor_name, ip, user_agent, input, before, after)
      values (${id}, ${leaf}, ${actorName}, ${ip}, ${userAgent}, ${input}, ${before}, ${after})
    )
    insert into audit_queue (event_id) values (${id})`.execute(transaction);
  return id;
}
