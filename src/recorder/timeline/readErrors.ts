import type { DuckDBConnection } from '@duckdb/node-api';
import type { ErrorKind, Grid, LogSeries, Mark, Run } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { FIRST_MARK, LAST_MARK } from './mark.ts';
import { duringRun, literal, MASKED, OWNER } from './sql.ts';

const MOST_KINDS = 400;
const SAYS_ERROR = `regexp_matches(left(body, 200), '(^|[^a-zA-Z])(ERROR|FATAL|PANIC|Exception|Traceback|[a-z]+(Error|Exception))([^a-z]|$)')`;

interface KindRow extends Run {
  heardFrom: number;
  heardTo: number;
  buckets: number[];
  perBucket: number[];
}

/** Error and warning lines by kind, per bucket. Access-log lines are requests and not counted here. */
export async function readErrors(connection: DuckDBConnection, grid: Grid): Promise<ErrorKind[]> {
  await connection.run(`
    create or replace temp table error_line as
    select row, t, b, u, source, owner, body, ${MASKED} as template,
      case when level in ('fatal', 'warn') then level else 'error' end as level
    from noted
    where kind = 'log' and status is null and b >= 0
      and (level in ('error', 'fatal', 'warn') or level = '' and ${SAYS_ERROR})`);
  const rows = await rowsOf<KindRow>(
    connection,
    `with counted as (
       select template, owner, b, count(*) as n, min(t) as t, arg_min(row, (t, row)) as row from error_line group by all
     ), whole as (
       select template as name, owner as service, max(level) as level, count(*) as count,
         ${FIRST_MARK} as first, ${LAST_MARK} as last, arg_min(left(body, 400), (t, row)) as example
       from error_line group by template, owner
       order by max(level) = 'warn', count(*) > 3 and min(b) > ${Math.floor(grid.buckets * 0.1)} desc, count(*) desc, name, service limit ${MOST_KINDS}
     ), heard as (
       select owner, min(t) as t, max(t) as until from noted where kind = 'log' group by owner
     )
     select w.*, list(c.b order by c.b) as buckets, list(c.n order by c.b) as "perBucket",
       list_slice(list(c.row order by c.t, c.row), 1, 5) as rows, any_value(h.t) as "heardFrom", any_value(h.until) as "heardTo"
     from whole w join counted c on c.template = w.name and c.owner = w.service join heard h on h.owner = w.service
     group by all order by w.name, w.service`,
  );
  return rows.map(({ buckets, perBucket, ...run }) => {
    const counts = new Array<number>(grid.buckets).fill(0);
    buckets.forEach((bucket, i) => {
      counts[bucket] = perBucket[i]!;
    });
    return { ...run, counts, query: queryOf(run) };
  });
}

const queryOf = (run: Run): string => `select "at", path, line, body from records
where kind = 'log' and ${OWNER} = ${literal(run.service)}
  and ${MASKED} = ${literal(run.name)}
  and ${duringRun(run)}
order by "at"`;

interface LogRow {
  owner: string;
  b: number;
  lines: number;
  errors: number;
  firstError: Mark | null;
  lastError: Mark | null;
}

/** Lines and error lines per service and bucket, for services whose errors come in numbers. */
export async function readLogs(connection: DuckDBConnection, grid: Grid): Promise<LogSeries[]> {
  const rows = await rowsOf<LogRow>(
    connection,
    `select owner, b, 0 as lines, count(*) as errors, ${FIRST_MARK} as "firstError", ${LAST_MARK} as "lastError"
     from error_line where level <> 'warn' group by owner, b order by owner, b`,
  );
  return [...Map.groupBy(rows, row => row.owner)].map(([service, buckets]) => {
    const series: LogSeries = {
      service,
      lines: new Array<number>(grid.buckets).fill(0),
      errors: new Array<number>(grid.buckets).fill(0),
      firstError: new Array<Mark | null>(grid.buckets).fill(null),
      lastError: new Array<Mark | null>(grid.buckets).fill(null),
      query: `select time_bucket(interval '${grid.step / 1e6} seconds', "at") as bucket, count(*) as errors
from records where kind = 'log' and level in ('error', 'fatal') and ${OWNER} = ${literal(service)}
group by bucket order by bucket`,
    };
    for (const { b, errors, firstError, lastError } of buckets) {
      series.errors[b] = errors;
      series.firstError[b] = firstError;
      series.lastError[b] = lastError;
    }
    return series;
  });
}
