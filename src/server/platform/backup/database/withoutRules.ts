import type pg from 'pg';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Fills empty tables in the caller's transaction in whatever order rows come: foreign keys are away meanwhile, and
 * triggers rest, because what they would do is in the rows already. The keys are made again at the end, so every reference
 * is checked. What migrations put in is removed first. Needs no superuser.
 */
export async function withoutRules(
  client: pg.ClientBase,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select class.relname as table, conname as name, pg_get_constraintdef(key.oid) as definition
    from pg_constraint as key join pg_class as class on class.oid = key.conrelid
    where key.contype = 'f' and class.relnamespace = current_schema()::regnamespace`,
  );
  for (const { table, name } of keys)
    await client.query(`alter table ${quote(table)} drop constraint ${quote(name)}`);
  for (const table of tables) {
    await client.query(`alter table ${quote(table)} disable trigger user`);
    await client.query(`delete from ${quote(table)}`);
  }
  await fill();
  for (const table of tables) await client.query(`alter table ${quote(table)} enable trigger user`);
  for (const { table, name, definition } of keys)
    await client.query(`alter table ${quote(table)} add constraint ${quote(name)} ${definition}`);
}
