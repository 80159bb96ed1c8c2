import { type RecordArchive, rowsIn } from './openRecordArchive.ts';
import { RECORD_ROW, type RecordRow } from './recordRow.ts';

/**
 * A record and those beside it in the file that it came from, in that file's order; nothing when there is no such
 * record. Throws as `searchRecords` does.
 */
export async function readAround(
  { engine, copies }: RecordArchive,
  key: string,
  { number, before, after }: { number: number; before: number; after: number },
): Promise<RecordRow[]> {
  const rows = rowsIn(await copies.pathOf(key));
  const [found] = await engine.rowsOf<{ path: string; line: number }>(
    `select path, line from ${rows} where number = $number`,
    { number },
  );
  if (!found) return [];
  // Several records may begin in one line: the number settles their order.
  const beside = (than: '<' | '>', direction: 'desc' | 'asc', most: number): Promise<RecordRow[]> =>
    engine.rowsOf(
      `select ${RECORD_ROW} from ${rows}
      where path = $path and (line, number) ${than} ($line::integer, $number::bigint)
      order by line ${direction}, number ${direction} limit $most`,
      { ...found, number, most },
    );
  const itself = await engine.rowsOf<RecordRow>(`select ${RECORD_ROW} from ${rows} where number = $number`, {
    number,
  });
  const earlier = await beside('<', 'desc', before);
  return [...earlier.reverse(), ...itself, ...(await beside('>', 'asc', after))];
}
