import type { ReadRecord } from '../../../core/record.ts';
import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { glimpseOf } from '../json/glimpse.ts';
import { isObject, type JsonObject, objectsOf, textOf } from '../json/value.ts';
import { readObject } from '../lines/ndjson.ts';
import { NEVER, whenOf } from '../names/whenOf.ts';
import type { DocumentReader, ReadContext } from '../reader.ts';
import { ANY_ALERT } from '../signals/anyAlert.ts';
import { noticeRecords } from '../signals/notice.ts';

/** What lists of entries are usually called. */
// biome-ignore format: a table
const LISTS = [
  'items', 'data', 'results', 'result', 'records', 'Records', 'events', 'Events', 'logs', 'entries', 'messages', 'alerts',
  'incidents', 'rows', 'value', 'values', 'list', 'data.items', 'data.results', 'data.events', 'response.docs', 'content',
];
const TIME_LIKE = /time|date|stamp|(?:^|_)(?:at|ts|when)$|[a-z](?:At|On|Ts)$/;

/**
 * Any JSON that no other reader knows: a list of objects, an object that holds one, or a single object. Entries with a
 * time are records; those that look like alerts are alerts. An entry without a time is kept as an object.
 */
const ANY_JSON: JsonFormat = {
  name: 'json',
  version: 1,
  arrays: LISTS,
  matches: () => 0.9,
  read: (entry, context) => entriesOf(entry).flatMap(inner => recordsOf(inner, context)),
};

const [, ANY_JSON_DOCUMENT] = jsonReaders(ANY_JSON);

/** Lines of JSON objects are read by the NDJSON reader; this is for documents. */
export const ANY_JSON_READER: DocumentReader = {
  ...ANY_JSON_DOCUMENT,
  recognise(sample) {
    const score = ANY_JSON_DOCUMENT.recognise(sample);
    if (score === 0) return isScalarList(glimpseOf(sample)) ? 0.5 : 0;
    const root = glimpseOf(sample);
    const holdsList = Array.isArray(root) || (isObject(root) && entriesOf(root)[0] !== root);
    if (holdsList) return 0.95;
    return sample.lines.length > 1 ? score : 0.5;
  },
};

const isScalarList = (value: unknown) => Array.isArray(value);

/** The object's own largest list of objects when it has no time itself, at most two levels down; else the object. */
function entriesOf(object: JsonObject): JsonObject[] {
  if (timeIn(object) !== undefined) return [object];
  const lists = [object, ...Object.values(object).filter(isObject)]
    .flatMap(holder => Object.values(holder).map(objectsOf))
    .filter(list => list.length > 0 && list.some(entry => timeIn(entry) !== undefined));
  return lists.sort((a, b) => b.length - a.length)[0] ?? [object];
}

function timeIn(object: JsonObject): string | undefined {
  return Object.keys(object).find(key => TIME_LIKE.test(key) && /\d{4}/.test(textOf(object[key]) ?? ''));
}

function recordsOf(entry: JsonObject, context: ReadContext): ReadRecord[] {
  if (ANY_ALERT.matches(entry))
    return ANY_ALERT.read(entry).flatMap(notice => noticeRecords(notice, ANY_ALERT.vendor, context.time));
  const text = JSON.stringify(entry);
  const record = readObject(entry, text, context) ?? { ...NEVER, kind: 'log', body: text };
  if (record.at === undefined) Object.assign(record, whenOf(entry[timeIn(entry) ?? ''], context.time));
  return [record.at === undefined ? { ...record, kind: 'object', body: text } : record];
}
