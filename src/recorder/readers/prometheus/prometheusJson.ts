import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { arrayOf, at, isObject, type JsonObject, numberOf, objectOf, textOf } from '../json/value.ts';
import { nameOfFile } from '../names/nameOfFile.ts';
import { originOfLabels } from '../names/originOfLabels.ts';
import { whenOf } from '../names/whenOf.ts';

/**
 * Answers of the Prometheus HTTP API: `query` (vector), `query_range` (matrix), and bare lists of their series.
 *
 * `{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up"},"values":[[1675079459,"1"]]}]}}`
 */
const PROMETHEUS_JSON: JsonFormat = {
  name: 'prometheus-json',
  version: 1,
  arrays: ['data.result'],
  matches(document) {
    const type = at(document, 'data.resultType');
    if (type === 'matrix' || type === 'vector' || type === 'scalar') return 1;
    const list = arrayOf(at(document, 'data.result'));
    return isSeries(document) || list.some(isSeries) ? 1 : 0;
  },
  read(entry, { time, path }) {
    if (!isSeries(entry)) return undefined;
    const labels = objectOf(entry.metric);
    const { service, host, attributes } = originOfLabels(labels, ['__name__']);
    // Results of expressions have no name of their own.
    const name = textOf(labels.__name__) ?? nameOfFile(path);
    const records: ReadRecord[] = [];
    const add = (stamp: unknown, suffix: string, value: unknown, own: Attributes = attributes) => {
      const number = numberOf(value);
      if (number === undefined) return;
      const when = whenOf(stamp, time);
      records.push({
        at: when.at,
        atRaw: when.atRaw,
        precision: when.precision,
        zoned: when.zoned,
        kind: 'metric',
        host,
        service,
        name: name + suffix,
        value: number,
        body: '',
        attributes: own,
      });
    };
    for (const [stamp, value] of pairs(entry.values, entry.value)) add(stamp, '', value);
    for (const [stamp, value] of pairs(entry.histograms, entry.histogram)) {
      const { count, sum, buckets } = objectOf(value);
      add(stamp, '_count', count);
      add(stamp, '_sum', sum);
      let below = 0;
      for (const bucket of arrayOf(buckets)) {
        const [, , upper, inside] = arrayOf(bucket);
        below += numberOf(inside) ?? 0;
        add(stamp, '_bucket', below, { ...attributes, le: String(upper) });
      }
    }
    return records;
  },
};

export const PROMETHEUS_JSON_READERS = jsonReaders(PROMETHEUS_JSON);

function isSeries(value: unknown): value is JsonObject {
  if (!isObject(value) || !isObject(value.metric)) return false;
  return ['values', 'value', 'histograms', 'histogram'].some(key => Array.isArray(value[key]));
}

function pairs(list: unknown, single: unknown): unknown[][] {
  return [...arrayOf(list).map(arrayOf), ...(Array.isArray(single) ? [single] : [])];
}
