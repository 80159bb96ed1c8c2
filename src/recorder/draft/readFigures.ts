import type { DuckDBConnection } from '@duckdb/node-api';
import type { ImpactFigures, OperationFigures, PhaseFigures } from '../../core/document/draft/input.ts';
import type { Micros } from '../../core/record.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { FAILED, IS_ROOT, instant, literal, STATUS } from '../timeline/sql.ts';

export interface FigureSpan {
  /** Observed range, half-open. */
  from: Micros;
  to: Micros;
  /** Impact within it, half-open. */
  impactFrom: Micros;
  impactTo: Micros;
  /** Files that only repeat what others hold. */
  repeated: readonly string[];
}

/** What counts as a request from outside, as a condition over `records`. */
const REQUESTS = {
  'access logs': `kind = 'log' and attributes like '%stat%' and ${STATUS} is not null
    and regexp_matches(attributes, '"[a-z._]*(method|verb|request)"')`,
  traces: `kind = 'span' and ${IS_ROOT}`,
} as const satisfies Record<ImpactFigures['measuredBy'], string>;

/** A comparison needs this many requests before or after. */
const LEAST_REQUESTS = 20;
const MOST_OPERATIONS = 5;
/** What a request asked for, with ids masked. */
const OPERATION = `regexp_replace(coalesce(nullif(trim(regexp_extract(attributes, '"[a-z._]*method":\\s*"([A-Z]+)"', 1) || ' ' ||
    regexp_extract(attributes, '"[a-z._]*(?:path|route|target|url|uri)":\\s*"([^"?]*)', 1)), ''), name), '/[^/ ]*\\d[^/ ]*', '/#', 'g')`;

/** The impact in numbers; undefined when nothing that counts as a request falls into it. */
export async function readFigures(
  connection: DuckDBConnection,
  span: FigureSpan,
): Promise<ImpactFigures | undefined> {
  for (const measuredBy of ['access logs', 'traces'] as const) {
    const query = phaseQuery(REQUESTS[measuredBy], span);
    const phases = await rowsOf<PhaseFigures & { phase: string }>(connection, query);
    const during = phases.find(row => row.phase === 'during');
    if (during === undefined) continue;
    const compared = (phase: string): PhaseFigures | undefined =>
      phases.find(row => row.phase === phase && row.requests >= LEAST_REQUESTS);
    const operationsQuery = operationQuery(REQUESTS[measuredBy], span);
    return {
      measuredBy,
      before: compared('before'),
      during,
      after: compared('after'),
      query,
      operations: await rowsOf<OperationFigures>(connection, operationsQuery),
      operationsQuery,
    };
  }
  return undefined;
}

function requestsWithin(condition: string, { from, to, impactFrom, impactTo, repeated }: FigureSpan): string {
  const once = repeated.length === 0 ? '' : `\n    and path not in (${repeated.map(literal).join(', ')})`;
  return `select *, ${FAILED} as failed,
    case when "at" < ${instant(impactFrom)} then 'before' when "at" < ${instant(impactTo)} then 'during' else 'after' end as phase
  from records
  where ${condition}
    and "at" >= ${instant(from)} and "at" < ${instant(to)}${once}`;
}

const phaseQuery = (condition: string, span: FigureSpan): string => `select phase, count(*) as requests,
  count(*) filter (failed) as failed, quantile_cont(duration_us, 0.5) / 1000 as "p50Ms", quantile_cont(duration_us, 0.95) / 1000 as "p95Ms"
from (
  ${requestsWithin(condition, span)}
)
group by phase order by phase`;

const operationQuery = (condition: string, span: FigureSpan): string => `select * from (
  select coalesce(nullif(service, ''), nullif(host, ''), source) as service, ${OPERATION} as name,
    count(*) filter (phase = 'during') as requests, count(*) filter (phase = 'during' and failed) as failed,
    quantile_cont(duration_us, 0.95) filter (phase = 'during') / 1000 as "p95Ms",
    quantile_cont(duration_us, 0.95) filter (phase = 'before') / 1000 as "p95BeforeMs"
  from (
  ${requestsWithin(condition, span)}
  )
  group by 1, 2
)
where requests > 0
order by failed desc, coalesce("p95Ms" - "p95BeforeMs", 0) desc, requests desc, service, name limit ${MOST_OPERATIONS}`;
