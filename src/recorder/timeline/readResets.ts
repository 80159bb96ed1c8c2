import type { DuckDBConnection } from '@duckdb/node-api';
import type { Run } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { MARK } from './mark.ts';
import { duringRun, literal, OWNER } from './sql.ts';

const MOST_RESETS = 200;

/** An uptime that falls, or a start time that rises by more than clock noise, is a restart between two samples. */
const IS_RESET = `(name ilike '%uptime%' and value < before or name ilike '%start_time%' and value > before + 1)`;

/** Restarts that show in metrics of uptime and start time, as runs of the topic `process-start`. */
export async function readResets(connection: DuckDBConnection): Promise<Run[]> {
  const runs = await rowsOf<Omit<Run, 'query'>>(
    connection,
    `with sample as (
       select *, lag(value) over (partition by owner, name, host, attributes order by t, row) as before
       from noted where kind = 'metric' and b >= 0 and (name ilike '%uptime%' or name ilike '%start_time%')
     )
     select 'process-start' as name, owner as service, 'info' as level, 1 as count, ${MARK} as first, ${MARK} as last,
       name || ' ' || before || ' → ' || value as example, [row] as rows
     from sample where ${IS_RESET} order by t, row limit ${MOST_RESETS}`,
  );
  return runs.map(run => ({
    ...run,
    query: `select "at", path, line, name, value from records
where kind = 'metric' and ${OWNER} = ${literal(run.service)} and (name ilike '%uptime%' or name ilike '%start_time%')
  and ${duringRun(run)}
order by "at"`,
  }));
}
