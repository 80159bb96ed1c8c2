import type { DuckDBConnection } from '@duckdb/node-api';
import { EDGE_PATTERNS } from '../../core/timeline/edgeMetric.ts';
import type { Grid, MetricSeries } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { instant, literal, OWNER } from './sql.ts';

const MOST_SERIES = 400;

interface SeriesRow {
  name: string;
  service: string;
  instance: string;
  source: string;
  counter: boolean;
  unit: string;
  buckets: number[];
  values: number[];
  rows: number[];
}

/** Series that only ever rise are counters whatever their name; these names are, or are parts of histograms. */
const COUNTER = `(regexp_matches(name, '_(total|count|sum)$') or attributes like '%"counter"%')`;
const PART = `regexp_matches(name, '_(bucket|created)$')`;

/** What users may have felt: looked at however little it moved. */
const IS_EDGE = `regexp_matches(owner || ' ' || instance, ${literal(`(?i)${EDGE_PATTERNS.entrance}`)})
  and regexp_matches(name, ${literal(`(?i)${EDGE_PATTERNS.felt}`)})
  and not regexp_matches(name, ${literal(`(?i)${EDGE_PATTERNS.outbound}`)})`;

/**
 * The metric series that moved most against their own noise, averaged per bucket (counters as rates a second).
 * Which of them really changed, the rules decide.
 */
export async function readMetrics(connection: DuckDBConnection, grid: Grid): Promise<MetricSeries[]> {
  const rows = await rowsOf<SeriesRow>(
    connection,
    `with sample as (
       select row, t, b, value, hash(owner, name, source, host, attributes) as labels
       from noted where kind = 'metric' and b >= 0 and isfinite(value)
     ), labelled as (
       select hash(owner, name, source, host, attributes) as labels, owner, name, source, ${COUNTER} as counter, ${PART} as part,
         coalesce(nullif(regexp_extract(attributes, '"pod":\\s*"([^"]*)"', 1), ''),
           nullif(regexp_extract(attributes, '"instance":\\s*"([^"]*)"', 1), ''), nullif(host, ''), '') as instance,
         regexp_extract(attributes, '"unit":\\s*"([^"]*)"', 1) as unit,
         hash(owner, name, source, regexp_replace(attributes, '"(le|quantile)":"[^"]*"', '')) as series
       from (select distinct owner, name, source, host, attributes from noted where kind = 'metric' and b >= 0)
     ), known as (
       select *, ${IS_EDGE} as edge from labelled where not part
     ), stepped as (
       select series, row, b, if(counter, greatest(value - lag(value) over w, 0) / nullif((t - lag(t) over w) / 1e6, 0), value) as v
       from sample join known using (labels) window w as (partition by counter, series order by t, row)
     ), bucketed as (
       select series, b, avg(v) as v, min(row) as row from stepped where v is not null group by series, b
     ), named as (
       select series, min(name) as name, min(owner) as service, min(instance) as instance, min(source) as source,
         bool_or(counter) as counter, min(unit) as unit, bool_or(edge) as edge
       from known group by series
     ), judged as (
       select series, any_value(edge) as edge, median(v) as middle, mad(v) as noise, max(v) as top, min(v) as low, count(*) as n
       from bucketed join named using (series) group by series
     ), moved as (
       select series from judged where n >= 4 and top > low
       order by edge desc, greatest(top - middle, middle - low) / (noise + 0.05 * abs(middle) + 1e-9)
         * sqrt(1 - 1 / n) desc, series limit ${MOST_SERIES}
     )
     select name, service, instance, source, counter, unit,
       list(b order by b) as buckets, list(v order by b) as values, list(row order by b) as rows
     from bucketed join named using (series) where series in (from moved)
     group by series, name, service, instance, source, counter, unit order by name, service, source, instance, series`,
  );
  return rows.map(({ buckets, values, rows: numbers, ...series }) => {
    const spread = new Array<number | null>(grid.buckets).fill(null);
    const shown = new Array<number | null>(grid.buckets).fill(null);
    buckets.forEach((bucket, i) => {
      spread[bucket] = values[i]!;
      shown[bucket] = numbers[i]!;
    });
    return { ...series, values: spread, rows: shown, query: queryOf(series, grid) };
  });
}

function queryOf(series: Pick<SeriesRow, 'name' | 'service' | 'instance'>, grid: Grid): string {
  const instance =
    series.instance === '' ? '' : `\n  and attributes || host like ${literal(`%${series.instance}%`)}`;
  return `select "at", value, attributes from records
where kind = 'metric' and name = ${literal(series.name)} and ${OWNER} = ${literal(series.service)}${instance}
  and "at" >= ${instant(grid.from)} and "at" < ${instant(grid.from + grid.step * grid.buckets)}
order by "at"`;
}
