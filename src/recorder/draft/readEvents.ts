import type { DuckDBConnection } from '@duckdb/node-api';
import type { Excerpt } from '../../core/document/bundle.ts';
import type { Micros } from '../../core/record.ts';
import { rowsOf } from '../lake/rowsOf.ts';
import { excerptColumns } from '../timeline/readNoted.ts';

const MOST_EVENTS = 5000;
/** Events on the page show their beginning; citations show more, the records everything. */
const LONGEST = 300;

/**
 * The records that the page can show one by one, in time order: those that moments rest on, then what people and
 * control planes said, then errors, warnings and a thinned sample of the rest. `omitted` says how many are not among them.
 */
export async function readEvents(
  connection: DuckDBConnection,
  window: { from: Micros; to: Micros },
  cited: readonly number[],
): Promise<{ events: Excerpt[]; omitted: number }> {
  const inside = `t >= ${window.from} and t < ${window.to}`;
  const rank = `case
    when row in (${[-1, ...new Set(cited)].join(', ')}) then 0
    when kind in ('alert', 'change', 'message') then 1
    when kind = 'event' then 2
    when failed then 3
    when level = 'warn' then 4
    when kind = 'metric' then 6 else 5 end`;
  const events = await rowsOf<Excerpt>(
    connection,
    `select ${excerptColumns(LONGEST)} from noted where row in (
       select row from noted where ${inside} order by ${rank}, hash(row), row limit ${MOST_EVENTS}
     ) order by t, row`,
  );
  const [counted] = await rowsOf<{ n: number }>(
    connection,
    `select count(*) as n from noted where ${inside}`,
  );
  return { events, omitted: (counted?.n ?? 0) - events.length };
}
