import type { DuckDBConnection } from '@duckdb/node-api';

/** The rows of one query as plain objects; 64-bit integers come as numbers (times in microseconds fit). */
export async function readRows<Row>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
  const result = await connection.runAndReadAll(sql);
  return result.getRowObjects().map(row => plain(row) as Row);
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ('items' in value) return plain((value as { items: unknown }).items);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
