import { type Kysely, sql } from 'kysely';
import { type AuditEvent, ERASABLE, type ErasableField } from './event.ts';
import { sealEvent } from './sealEvent.ts';

/**
 * Writes several events in one statement, in their order: a list that shows two hundred restricted things is on record for
 * each of them, and is still one flush to the disk. Else as `recordEvent`.
 */
export async function recordEvents<Database>(
  transaction: Kysely<Database>,
  events: readonly AuditEvent[],
): Promise<void> {
  const sealed = events.map(sealEvent);
  const ids = sealed.map(({ id }) => id);
  const opened = (field: ErasableField): (string | null)[] =>
    sealed.map(({ openings }) => openings[field] ?? null);
  const openings = sql.join(ERASABLE.map(field => sql`${opened(field)}::text[]`));
  await sql`
    with recorded as (
      insert into audit_event (id, leaf, actor_name, ip, user_agent, input, before, after)
      select * from unnest(${ids}::uuid[], ${sealed.map(({ leaf }) => leaf)}::text[], ${openings})
    )
    insert into audit_queue (event_id)
    select id from unnest(${ids}::uuid[]) with ordinality as event (id, place) order by place`.execute(
    transaction,
  );
}
