import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { arrayOf, at, isObject, type JsonObject, objectOf, textOf } from '../json/value.ts';
import { originOfLabels } from '../names/originOfLabels.ts';
import { lineRecord } from './lineRecord.ts';

/**
 * Log streams of Loki: answers of its query API, push requests, and the lines of its command line tool.
 *
 * `{"data":{"resultType":"streams","result":[{"stream":{"app":"cart"},"values":[["1675079459971622667","level=info …"]]}]}}`
 */
const LOKI: JsonFormat = {
  name: 'loki',
  version: 1,
  arrays: ['data.result', 'streams', 'result'],
  matches(document) {
    const lists = ['data.result', 'streams', 'result'].flatMap(path =>
      arrayOf(at(document, path)).slice(0, 3),
    );
    return at(document, 'data.resultType') === 'streams' || [document, ...lists].some(isStream) ? 1 : 0;
  },
  read(entry, context) {
    if (!isStream(entry)) return undefined;
    const origin = originOfLabels(objectOf(entry.stream ?? entry.labels));
    if (typeof entry.line === 'string') return [lineRecord(entry.line, entry.timestamp, origin, context)];
    return arrayOf(entry.values).map(value => {
      const [stamp, line, metadata] = arrayOf(value);
      const record = lineRecord(textOf(line) ?? '', stamp, origin, context);
      // Structured metadata: {"structuredMetadata": {…}} or the labels themselves.
      const own = objectOf(isObject(metadata) ? (metadata.structuredMetadata ?? metadata) : undefined);
      const { service: _, host: __, attributes } = originOfLabels(own);
      const traceId = textOf(own.trace_id) ?? textOf(own.traceID) ?? record.traceId;
      return { ...record, traceId, attributes: { ...record.attributes, ...attributes } };
    });
  },
};

export const LOKI_READERS = jsonReaders(LOKI);

function isStream(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  if (isObject(value.stream) && Array.isArray(value.values)) return true;
  return isObject(value.labels) && typeof value.line === 'string' && 'timestamp' in value;
}
