import type { ReadRecord } from '../../../core/record.ts';
import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { glimpseOf } from '../json/glimpse.ts';
import { attributeOf, firstText, isObject, type JsonObject, objectsOf, textOf } from '../json/value.ts';
import { readObject } from '../lines/ndjson.ts';
import { levelOf } from '../names/levelOf.ts';
import { NEVER, whenOf } from '../names/whenOf.ts';
import type { DocumentReader, ReadContext } from '../reader.ts';

/** What lists of entries are usually called. */
// biome-ignore format: a table
const LISTS = [
  'items', 'data', 'results', 'result', 'records', 'Records', 'events', 'Events', 'logs', 'entries', 'messages', 'alerts',
  'incidents', 'rows', 'value', 'values', 'list', 'data.items', 'data.results', 'data.events', 'response.docs', 'content',
];
const TIME_LIKE = /time|date|stamp|(?:^|_)(?:at|ts|when)$|[a-z](?:At|On|Ts)$/;
const TITLE = ['title', 'alertname', 'alert_name', 'alertName', 'alert', 'subject'];
/** Titles where nothing else is the message: a logger has a name, too. */
const WEAK_TITLE = ['name', 'summary'];
const MESSAGE = ['message', 'msg', 'log'];
const SEVERITY = ['severity', 'priority', 'urgency', 'criticality', 'impact'];
const STATE = ['state', 'status', 'alert_state', 'action', 'event_type'];

/**
 * Any JSON that no other reader knows: a list of objects, an object that holds one, or a single object. Entries with a
 * time are records; those with a title and a severity as well are alerts. An entry without a time is kept as an object.
 */
const ANY_JSON: JsonFormat = {
  name: 'json',
  version: 1,
  arrays: LISTS,
  matches: () => 0.9,
  read: (entry, context) => entriesOf(entry).map(inner => recordOf(inner, context)),
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
    if (holdsList || (sample.whole && isObject(root) && alertIn(root))) return 0.95;
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

/** What makes an entry an alert: a title, and how bad it is. */
function alertIn(entry: JsonObject): { title: string; severity: string } | undefined {
  const isSpoken = firstText(entry, ...MESSAGE) !== undefined;
  const title = firstText(entry, ...TITLE) ?? (isSpoken ? undefined : firstText(entry, ...WEAK_TITLE));
  const severity = firstText(entry, ...SEVERITY);
  return title !== undefined && severity !== undefined ? { title, severity } : undefined;
}

function recordOf(entry: JsonObject, context: ReadContext): ReadRecord {
  const text = JSON.stringify(entry);
  const record = readObject(entry, text, context) ?? { ...NEVER, kind: 'log', body: text };
  if (record.at === undefined) Object.assign(record, whenOf(entry[timeIn(entry) ?? ''], context.time));
  if (record.at === undefined) return { ...record, kind: 'object', body: text };
  const alert = alertIn(entry);
  if (!alert) return record;
  return {
    ...record,
    kind: 'alert',
    level: levelOf(alert.severity),
    name: alert.title,
    body: firstText(entry, 'message', 'description', 'body', 'text', 'details') ?? '',
    attributes: {
      ...record.attributes,
      severity: alert.severity,
      ...(firstText(entry, ...STATE) !== undefined && { state: attributeOf(firstText(entry, ...STATE)) }),
    },
  };
}
