import type pg from 'pg';

/** Tables whose rows tell of processes that run, not of what people did. */
const LEFT_OUT = ['migration', 'server_process'];

/** Tables of ours in the order of their names, each with the columns that are stored, not computed. */
export async function describeTables(client: pg.ClientBase): Promise<Record<string, string[]>> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select class.relname as name, array_agg(attribute.attname::text order by attribute.attnum) as columns
    from pg_class as class
    join pg_attribute as attribute on attribute.attrelid = class.oid
    where class.relnamespace = current_schema()::regnamespace and class.relkind = 'r'
      and attribute.attnum > 0 and not attribute.attisdropped and attribute.attgenerated = ''
      and class.relname <> all ($1)
    group by class.relname order by class.relname`,
    [LEFT_OUT],
  );
  return Object.fromEntries(rows.map(({ name, columns }) => [name, columns]));
}

/** The last number that each sequence gave out; null for one that gave none. */
export async function readSequences(client: pg.ClientBase): Promise<Record<string, number | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value as last
    from pg_sequences where schemaname = current_schema() order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last === null ? null : Number(last)]));
}

/** How many entries have their place in the audit log. */
export async function readAuditSize(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ size: string }>(
    'select coalesce(max(index) + 1, 0) as size from audit_leaf',
  );
  return Number(rows[0]!.size);
}

/** A column in which rows name objects. */
export interface ObjectColumn {
  table: string;
  column: string;
  /** Rows stay when what they tell of is removed; the object is gone then. */
  canBeRemoved: boolean;
}

/**
 * Columns that name objects are called `object_key` or `sealed_key`, and `removed_at` says that the object went: every
 * object that is still needed is found by that.
 */
export async function listObjectColumns(client: pg.ClientBase | pg.Pool): Promise<ObjectColumn[]> {
  const { rows } = await client.query<ObjectColumn>(
    `select class.relname as table, attribute.attname::text as column,
      exists (
        select from pg_attribute as other where other.attrelid = class.oid and other.attname = 'removed_at'
      ) as "canBeRemoved"
    from pg_class as class
    join pg_attribute as attribute on attribute.attrelid = class.oid
    where class.relnamespace = current_schema()::regnamespace and class.relkind = 'r'
      and attribute.attname in ('object_key', 'sealed_key') and not attribute.attisdropped
    order by 1, 2`,
  );
  return rows;
}
