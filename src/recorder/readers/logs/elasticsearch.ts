import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { arrayOf, at, isObject, type JsonObject, objectOf, textOf } from '../json/value.ts';
import { readObject } from '../lines/ndjson.ts';

const HITS = ['hits.hits', 'rawResponse.hits.hits'];

/**
 * Documents of Elasticsearch and OpenSearch: answers of their search, and dumps with a document a line.
 *
 * `{"hits":{"hits":[{"_index":"logs-1","_id":"x","_source":{"@timestamp":"…","message":"…"}}]}}`
 */
const ELASTICSEARCH: JsonFormat = {
  name: 'elasticsearch',
  version: 1,
  arrays: HITS,
  matches: document =>
    isHit(document) || HITS.some(path => arrayOf(at(document, path)).some(isHit)) ? 1 : 0,
  read(entry, context) {
    if (!isHit(entry)) return undefined;
    const source = isObject(entry._source) ? entry._source : firstValues(objectOf(entry.fields));
    const record = readObject(source, JSON.stringify(source), context);
    if (!record) return undefined;
    const index = textOf(entry._index);
    return [{ ...record, attributes: index ? { ...record.attributes, index } : record.attributes }];
  },
};

export const ELASTICSEARCH_READERS = jsonReaders(ELASTICSEARCH);

function isHit(value: unknown): value is JsonObject {
  return isObject(value) && '_index' in value && (isObject(value._source) || isObject(value.fields));
}

/** `fields` holds lists of values. */
function firstValues(fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      Array.isArray(value) && value.length === 1 ? value[0] : value,
    ]),
  );
}
