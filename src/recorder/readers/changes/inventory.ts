import { firstText, isObject, type JsonObject, textOf } from '../json/value.ts';
import type { Change } from './change.ts';

/** Whether an entry is NetBox's: `{"event":"updated","model":"device","username":"mona","data":{…},"snapshots":{…}}`. */
export function isNetbox(entry: JsonObject): boolean {
  return 'model' in entry && 'username' in entry && isObject(entry.data) && 'event' in entry;
}

/** Reads what a person changed in the inventory of a network. */
export function fromNetbox(entry: JsonObject): Change[] {
  const thing = firstText(entry, 'data.display', 'data.name') ?? '';
  return [
    {
      kind: 'change',
      name: `${textOf(entry.model) ?? ''} ${thing} ${textOf(entry.event) ?? ''}`,
      times: [entry.timestamp],
      details: { by: entry.username, model: entry.model, request: entry.request_id },
    },
  ];
}
