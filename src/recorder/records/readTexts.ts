import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { conditionsOf, type RecordFilter } from './recordFilter.ts';

/** Characters of a line that a timeline or a table can show. */
const LONGEST = 240;

/** What some records say, cut to a line, by their numbers. Throws as `searchRecords` does. */
export async function readTexts(
  { engine, copies }: RecordArchive,
  key: string,
  numbers: readonly number[],
): Promise<{ number: number; text: string }[]> {
  const rows = rowsIn(await copies.pathOf(key));
  const names = numbers.map((_, place) => `$n${place}`);
  return engine.rowsOf(
    `select number, left(regexp_replace(if(body = '', name, body), '\\s+', ' ', 'g'), ${LONGEST}) as text
    from ${rows} where number between $least and $most and number in (${names.join(', ')}) order by number`,
    {
      least: Math.min(...numbers),
      most: Math.max(...numbers),
      ...Object.fromEntries(numbers.map((number, place) => [`n${place}`, number])),
    },
  );
}

/** Numbers of the first records with a time that fit a filter, in time. Throws as `searchRecords` does. */
export async function findNumbers(
  { engine, copies }: RecordArchive,
  key: string,
  filter: RecordFilter,
  most: number,
): Promise<number[]> {
  const { sql, values } = conditionsOf(filter);
  const rows = await engine.rowsOf<{ number: number }>(
    `select number from ${rowsIn(await copies.pathOf(key))} where ${sql} and "at" is not null and kind <> 'metric'
    order by number limit $most`,
    { ...values, most },
  );
  return rows.map(({ number }) => number);
}
