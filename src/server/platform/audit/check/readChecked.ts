import { type Kysely, sql } from 'kysely';

/** A stored entry, held against what it was hashed and committed to. */
export interface CheckedEntry {
  index: number;
  hash: Buffer;
  /** The hash is that of the leaf; false too where the event is gone. */
  isLeafIntact: boolean;
  /** Every value that is there opens the commitment that the leaf holds to it. */
  areValuesIntact: boolean;
  /** Values that the leaf commits to and that are not there any more. */
  erased: number;
}

const BATCH = 2_000;

/** Entries in their order, checked by the database where they lie: only the outcome comes over. */
export async function* readChecked<Database>(db: Kysely<Database>): AsyncGenerator<CheckedEntry> {
  for (let after = -1; ; ) {
    const { rows } = await sql<CheckedEntry>`
      select log.index, log.hash,
        coalesce(log.hash = sha256('\\x00'::bytea || convert_to(event.leaf, 'UTF8')), false) as "isLeafIntact",
        opened."areValuesIntact", opened.erased
      from audit_leaf as log
      left join audit_event as event on event.id = log.event_id
      cross join lateral (
        select
          count(*) filter (where value is null and committed is not null) as erased,
          coalesce(bool_and(committed = translate(encode(sha256(convert_to(value, 'UTF8')), 'base64'), '+/=', '-_'))
            filter (where value is not null), true)
          and count(*) filter (where value is not null and committed is null) = 0 as "areValuesIntact"
        from (
          select value, event.leaf::json #>> array['commitments', name] as committed
          from (values
            ('actorName', event.actor_name), ('ip', event.ip), ('userAgent', event.user_agent),
            ('input', event.input), ('before', event.before), ('after', event.after)
          ) as field (name, value)
        ) as field
      ) as opened
      where log.index > ${after}
      order by log.index limit ${BATCH}`.execute(db);
    yield* rows;
    if (rows.length < BATCH) return;
    after = Number(rows.at(-1)!.index);
  }
}
