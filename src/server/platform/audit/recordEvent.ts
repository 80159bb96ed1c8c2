import { CompiledQuery, type Kysely } from 'kysely';
import type { AuditEvent } from './event.ts';
import { sealEvent } from './sealEvent.ts';

const INSERT = `
  with recorded as (
    insert into audit_event (id, leaf, actor_name, ip, user_agent, input, before, after)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
  )
  insert into audit_queue (event_id) values ($1)`;

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
  await transaction.executeQuery(
    CompiledQuery.raw(INSERT, [id, leaf, actorName, ip, userAgent, input, before, after]),
  );
  return id;
}
