import type { DuckDBConnection } from '@duckdb/node-api';

/** The rows of a query. */
export async function rowsOf<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as Row[];
}
