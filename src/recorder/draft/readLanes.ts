import type { DuckDBConnection } from '@duckdb/node-api';
import type { Lane } from '../../core/document/bundle.ts';
import type { Micros } from '../../core/record.ts';
import { rowsOf } from '../lake/rowsOf.ts';

const MOST_LANES = 60;
const BUCKETS = 600;

interface LaneRow {
  source: string;
  service: string;
  records: number;
  buckets: number[];
  counts: number[];
  failed: number[];
}

/**
 * How many records and errors each source has over the window, in 600 equal buckets. A file that speaks of several
 * services gets a lane for each; where that gives too many, lanes go by service alone, the busiest first.
 */
export async function readLanes(
  connection: DuckDBConnection,
  window: { from: Micros; to: Micros },
): Promise<Lane[]> {
  const width = (window.to - window.from) / BUCKETS;
  const [pairs] = await rowsOf<{ n: number }>(
    connection,
    `select count(*) as n from (select distinct source, owner from noted where t >= ${window.from} and t < ${window.to})`,
  );
  const source = (pairs?.n ?? 0) > MOST_LANES ? `''` : 'source';
  const rows = await rowsOf<LaneRow>(
    connection,
    `with bucket as (
       select ${source} as lane, owner, floor((t - ${window.from}) / ${width})::integer as i, count(*) as n,
         count(*) filter (failed) as failed
       from noted where t >= ${window.from} and t < ${window.to} group by all
     )
     select lane as source, owner as service, sum(n)::bigint as records, list(i order by i) as buckets, list(n order by i) as counts, list(failed order by i) as failed
     from bucket group by lane, owner order by records desc, source, service limit ${MOST_LANES}`,
  );
  return rows.map(({ buckets, counts, failed, ...lane }) => ({
    ...lane,
    source: lane.source || lane.service,
    density: spread(buckets, counts),
    errors: spread(buckets, failed),
  }));
}

function spread(buckets: readonly number[], counts: readonly number[]): number[] {
  const all = new Array<number>(BUCKETS).fill(0);
  buckets.forEach((bucket, i) => {
    all[Math.min(BUCKETS - 1, bucket)]! += counts[i]!;
  });
  return all;
}
