import type pg from 'pg';
import * as copy from 'pg-copy-streams';

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const target = (table: string, columns: readonly string[]): string =>
  `${quote(table)} (${columns.map(quote).join(', ')})`;

/**
 * A table's rows as PostgreSQL's text format has them: the same in every version, each value as it was.
 *
 * @param done is told how many rows it were
 */
export async function* copyOut(
  client: pg.ClientBase,
  { table, columns }: { table: string; columns: readonly string[] },
  done: (rows: number) => void,
): AsyncGenerator<Buffer> {
  const stream = client.query(copy.to(`copy ${target(table, columns)} to stdout`));
  yield* stream as AsyncIterable<Buffer>;
  done(stream.rowCount);
}

/** Begins to fill a table with what `copyOut` gave; the stream takes it, and its end is the end of the rows. */
export const copyIn = (
  client: pg.ClientBase,
  { table, columns }: { table: string; columns: readonly string[] },
): copy.CopyStreamQuery => client.query(copy.from(`copy ${target(table, columns)} from stdin`));
