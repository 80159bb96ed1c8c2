import { type RawBuilder, sql } from 'kysely';

/** A timestamp inside a JSON column as the pool gives those outside: `2023-01-30T12:07:14.123456Z`. */
export const jsonInstant = (column: string): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
