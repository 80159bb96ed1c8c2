import {
  createColumns,
  type EventColumns,
  type EventLane,
  MOST_LANES,
} from '../../core/chart/eventColumns.ts';
import { LEVELS, RECORD_KINDS } from '../../core/document/schema/words.ts';
import type { Micros } from '../../core/record.ts';
import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

/** Samples of a series are drawn as a line, not as events. */
const IS_EVENT = `"at" is not null and kind <> 'metric'`;
/** What is never left out while there is room: it is rare, and what one looks for. */
const IS_RARE = `(level in ('error', 'fatal') or kind in ('alert', 'change', 'message'))`;

interface LaneRow extends EventLane {
  events: number;
  rare: number;
}

/**
 * Every record with a time, but samples of series, as columns; of more than `most` an even sample, with all errors,
 * alerts, changes and messages as long as these leave room. Throws as `searchRecords` does.
 */
export async function readEvents(
  { engine, copies }: RecordArchive,
  key: string,
  filter: Pick<RecordFilter, 'from' | 'to'>,
  most: number,
  signal?: AbortSignal,
): Promise<EventColumns> {
  const { sql, values } = conditionsOf(filter);
  const events = `(select * from ${rowsIn(await copies.pathOf(key))} where ${IS_EVENT} and ${sql})`;
  const lanes = `(select source, service, count(*) as events, count(*) filter (${IS_RARE}) as rare,
    least(row_number() over (order by count(*) desc, source, service) - 1, ${MOST_LANES - 1}) as lane
    from ${events} group by source, service)`;
  const found = await engine.rowsOf<LaneRow>(
    `select source, service, events, rare from ${lanes} order by lane limit ${MOST_LANES}`,
    values,
    signal,
  );
  const total = sum(found, 'events');
  const shown = sampleOf(total, sum(found, 'rare'), most);
  const doubts = new Map<Micros, number>();
  const columns = createColumns(Math.min(total, most), {
    lanes: found.map(laneOf),
    uncertainties: [null],
    omitted: 0,
  });
  let end = 0;
  await engine.eachChunk(
    `select epoch_us("at")::double, number::double, lane::double, ${placeIn('kind', RECORD_KINDS)},
      ${placeIn('level', LEVELS)}, coalesce(duration_us, 0)::double, coalesce(clock_uncertainty_us, -1)::double
    from ${events} as event join ${lanes} as lanes using (source, service) where ${shown} order by number
    limit ${most}`,
    values,
    ([at, number, lane, kind, level, duration, doubt], count) => {
      for (let row = 0; row < count; row++, end++) {
        columns.at[end] = at![row]!;
        columns.number[end] = number![row]!;
        columns.lane[end] = lane![row]!;
        columns.kind[end] = kind![row]!;
        columns.level[end] = level![row]!;
        columns.durationUs[end] = Math.max(0, duration![row]!);
        columns.doubt[end] = placeOfDoubt(columns.uncertainties, doubts, doubt![row]!);
      }
    },
    signal,
  );
  return cut({ ...columns, omitted: total - end }, end);
}

const laneOf = ({ source, service }: LaneRow): EventLane => ({ source, service });
const sum = (rows: readonly LaneRow[], column: 'events' | 'rare'): number =>
  rows.reduce((total, row) => total + row[column], 0);

const placeIn = (column: string, list: readonly string[]): string =>
  `(list_position([${list.map(word => `'${word}'`).join(', ')}], ${column}) - 1)::double`;

/** The condition that leaves at most `most` events, give or take what chance does. */
function sampleOf(total: number, rare: number, most: number): string {
  if (total <= most) return 'true';
  if (rare * 2 > most) return `number % ${Math.ceil(total / most)} = 0`;
  return `(${IS_RARE} or number % ${Math.ceil((total - rare) / (most - rare))} = 0)`;
}

/** Where the ± stands in the list, added when it is new; to two digits, so that the list stays short. */
function placeOfDoubt(list: (Micros | null)[], known: Map<Micros, number>, doubt: Micros): number {
  if (doubt < 0) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(doubt)) - 1);
  const rounded = doubt === 0 ? 0 : Math.ceil(doubt / unit) * unit;
  const place = known.get(rounded) ?? list.push(rounded) - 1;
  known.set(rounded, place);
  return place;
}

function cut(columns: EventColumns, count: number): EventColumns {
  if (count === columns.count) return columns;
  const shorter = createColumns(count, columns);
  for (const name of ['at', 'number', 'lane', 'kind', 'level', 'durationUs', 'doubt'] as const)
    shorter[name].set(columns[name].subarray(0, count));
  return shorter;
}
