import type { DuckDBConnection } from '@duckdb/node-api';
import { isSameShipment } from '../../core/timeline/isSameShipment.ts';
import type { Overlap } from '../../core/timeline/observation.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { literal } from './sql.ts';

/** Above so many records, one in sixteen moments is looked at first: two files of one stream share plenty of those. */
const LARGE = 200_000;
const ONE_IN = 16;

interface PairRow {
  one: string;
  other: string;
  shared: number;
  fine: boolean;
  sizeOne: number;
  sizeOther: number;
  rows: number[];
}

/**
 * Finds records that two files both hold, and takes the second copy out of `noted` where the two files evidently shipped
 * the same stream. Returns the pairs that were merged.
 */
export async function mergeOverlaps(connection: DuckDBConnection): Promise<Overlap[]> {
  const [size] = await rowsOf<{ n: number }>(connection, 'select count(*) as n from noted');
  const isLarge = (size?.n ?? 0) > LARGE;
  if (isLarge && (await findOverlaps(connection, `hash(t) % ${ONE_IN} = 0`)).length === 0) return [];
  const overlaps = await findOverlaps(connection, 'true');
  if (overlaps.length === 0) return [];
  const pairs = overlaps.map(({ paths }) => `(${literal(paths[0])}, ${literal(paths[1])})`);
  await connection.run(`
    delete from noted where row in (
      select b.row from twin a join twin b on a.k = b.k and a.nth = b.nth and a.path < b.path
      where (a.path, b.path) in (${pairs.join(', ')}))`);
  return overlaps;
}

/** Pairs of files that are one shipment, judged by the records that fulfil `among`. Makes `twin`, the shared records. */
async function findOverlaps(connection: DuckDBConnection, among: string): Promise<Overlap[]> {
  await connection.run(`
    create or replace temp table twin as
    with keyed as (
      select row, path, t, precision, hash(t, kind, trim(body), name, value, span_id, status,
        if(kind in ('log', 'span'), '', attributes)) as k
      from noted where (body <> '' or span_id <> '' or value is not null) and ${among}
    ), shared as (
      select k from keyed group by k having min(path) <> max(path)
    )
    select *, row_number() over (partition by k, path order by row) as nth from keyed where k in (from shared)`);
  const pairs = await rowsOf<PairRow>(
    connection,
    `with size as (select path, count(*) as n from noted where ${among} group by path)
     select a.path as one, b.path as other, count(*) as shared, bool_and(a.precision in ('ms', 'us', 'ns')) as fine,
       any_value(sa.n) as "sizeOne", any_value(sb.n) as "sizeOther", list_slice(array_agg(b.row order by b.row), 1, 3) as rows
     from twin a join twin b on a.k = b.k and a.nth = b.nth and a.path < b.path
       join size sa on sa.path = a.path join size sb on sb.path = b.path
     group by a.path, b.path order by shared desc, one, other limit 500`,
  );
  return pairs
    .map(
      ({ one, other, shared, fine, sizeOne, sizeOther, rows }): Overlap => ({
        paths: [one, other],
        shared,
        sizes: [sizeOne, sizeOther],
        fine,
        rows,
      }),
    )
    .filter(isSameShipment);
}
