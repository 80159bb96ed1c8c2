import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import { readObject } from '../lines/ndjson.ts';
import { labelsOfTags } from '../signals/notice.ts';

/**
 * Logs of Datadog, as its search gives them.
 *
 * `{"data":[{"id":"A","type":"log","attributes":{"timestamp":"…","status":"error","service":"cart","message":"…","tags":[…]}}]}`
 */
const DATADOG_LOGS: JsonFormat = {
  name: 'datadog-logs',
  version: 1,
  arrays: ['data', 'logs'],
  matches(document) {
    const entries = [...objectsOf(document.data), ...objectsOf(document.logs)].slice(0, 3);
    return [document, ...entries].some(isLog) ? 1 : 0;
  },
  read(entry, context) {
    if (!isLog(entry)) return undefined;
    const content = objectOf(entry.attributes ?? entry.content);
    const { attributes, tags, ...outer } = content;
    // What the program said goes below what the platform says of it.
    const flat = { ...objectOf(attributes), ...labelsOfTags(tags), ...outer };
    const record = readObject(flat, JSON.stringify(flat), context);
    return record && [record];
  },
};

export const DATADOG_LOGS_READERS = jsonReaders(DATADOG_LOGS);

function isLog(value: JsonObject): boolean {
  const content = value.attributes ?? value.content;
  if (!isObject(content) || !('timestamp' in content) || !('message' in content)) return false;
  return textOf(value.type) === 'log' || isObject(value.content) || 'status' in content;
}
