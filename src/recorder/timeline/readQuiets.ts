import type { DuckDBConnection } from '@duckdb/node-api';
import type { Grid, Mark, Quiet } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { MARK } from './mark.ts';

/** Fewer records than this show no rhythm. */
const LEAST_RECORDS = 40;
/** A silence is this many times the 99th percentile of the usual gaps, and this share of the whole range. */
const TIMES_USUAL = 10;
const LEAST_SHARE = 0.02;
const MOST_QUIETS = 200;

interface QuietRow {
  before: Mark;
  after: Mark | null;
  usualUs: number;
  records: number;
}

/** Sources (a service inside a file counts apart) that fell quiet against their own rhythm, for a while or for good. */
export async function readQuiets(connection: DuckDBConnection, grid: Grid): Promise<Quiet[]> {
  const end = grid.from + grid.step * grid.buckets;
  const rows = await rowsOf<QuietRow>(
    connection,
    `with gap as (
       select row, t, u, source, owner, coalesce(lead(t) over w, ${end}) - t as gap, lead(t) over w is null as is_last,
         lead(row) over w as next
       from noted where kind in ('log', 'span', 'metric') and b >= 0
       window w as (partition by source, owner order by t, row)
     ), usual as (
       select source, owner, quantile_disc(gap, 0.99) filter (not is_last) as usual, count(*) as n
       from gap group by source, owner having count(*) >= ${LEAST_RECORDS}
     ), quiet as (
       select ${MARK} as before, next, g.gap, u2.usual as "usualUs", u2.n as records
       from gap g join usual u2 using (source, owner)
       where g.gap > ${TIMES_USUAL} * greatest(u2.usual, 1000) and g.gap > ${LEAST_SHARE * (end - grid.from)}
       order by g.gap desc, g.row limit ${MOST_QUIETS}
     )
     select before, "usualUs", records, if(next is null, null, (select ${MARK} from noted n where n.row = next)) as after
     from quiet order by before."at", before.row`,
  );
  return rows.map(({ before, after, usualUs, records }) => ({
    source: before.source,
    service: before.service,
    before,
    after: after ?? undefined,
    usualUs,
    records,
  }));
}
