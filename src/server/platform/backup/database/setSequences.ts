import type pg from 'pg';

/** Lets sequences go on after the last number that each gave out. */
export async function setSequences(
  client: pg.ClientBase,
  sequences: Readonly<Record<string, number | null>>,
): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    if (last !== null) await client.query('select setval(quote_ident($1)::regclass, $2)', [name, last]);
}
