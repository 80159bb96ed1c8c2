import type { DuckDBConnection } from '@duckdb/node-api';
import { chooseScope, type HourCount, narrowScope, type Scope } from '../../core/timeline/chooseScope.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { instant } from './sql.ts';

/** The range worth looking at: where the telemetry is, apart from stray stamps and years of commit history. */
export async function readScope(connection: DuckDBConnection): Promise<Scope | undefined> {
  const hours = await rowsOf<HourCount>(
    connection,
    `select (epoch_us("at") // 3600000000)::bigint as hour, kind in ('change', 'object') as "isHistory", count(*) as records,
       min(epoch_us("at")) as first, max(epoch_us("at")) as last
     from records where "at" is not null group by all order by all`,
  );
  const scope = chooseScope(hours);
  if (scope === undefined) return undefined;
  const [told] = await rowsOf<{ from: number | null; to: number | null }>(
    connection,
    `select min(epoch_us("at")) as "from", max(epoch_us("at")) as "to" from records
     where kind not in ('metric', 'change', 'object') and "at" >= ${instant(scope.from)} and "at" < ${instant(scope.to)}`,
  );
  return told?.from == null || told.to === null
    ? scope
    : narrowScope(scope, { from: told.from, to: told.to });
}
