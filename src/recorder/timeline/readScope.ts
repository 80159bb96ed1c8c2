import type { DuckDBConnection } from '@duckdb/node-api';
import { chooseScope, type HourCount, type Scope } from '../../core/timeline/chooseScope.ts';
import { rowsOf } from './rowsOf.ts';

/** The range worth looking at: where the telemetry is, apart from stray stamps and years of commit history. */
export async function readScope(connection: DuckDBConnection): Promise<Scope | undefined> {
  const hours = await rowsOf<HourCount>(
    connection,
    `select (epoch_us("at") // 3600000000)::bigint as hour, kind in ('change', 'object') as "isHistory", count(*) as records,
       min(epoch_us("at")) as first, max(epoch_us("at")) as last
     from records where "at" is not null group by all order by all`,
  );
  return chooseScope(hours);
}
