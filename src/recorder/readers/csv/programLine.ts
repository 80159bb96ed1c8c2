import type { ReadRecord } from '../../../core/record.ts';
import { DOCKER_JSON } from '../lines/dockerJson.ts';
import { readEmbedded } from '../lines/embedded.ts';
import type { When } from '../names/whenOf.ts';
import type { ReadContext } from '../reader.ts';

/**
 * What a message cell says when it holds a program's own line, or a container runtime's JSON around one:
 * `{"log":"19:50:59.971 INFO t.s.TravelServiceImpl#457 …","stream":"stdout","time":"…"}`. The row's time stands.
 */
export function programLine(cell: string, row: When, context: ReadContext): ReadRecord {
  if (cell.startsWith('{"log":')) {
    const read = DOCKER_JSON.read(cell, context);
    if (read !== undefined && !Array.isArray(read)) return read;
  }
  const outer = row.at === undefined ? undefined : { at: row.at, precision: row.precision, zoned: row.zoned };
  return readEmbedded(cell, outer, row.atRaw, context);
}
