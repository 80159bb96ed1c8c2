import type { Attributes, Micros, ReadRecord } from '../../../core/record.ts';
import { type JsonFormat, jsonReaders } from '../json/format.ts';
import {
  arrayOf,
  at,
  attributeOf,
  isObject,
  type JsonObject,
  objectOf,
  objectsOf,
  textOf,
} from '../json/value.ts';
import { serviceOfPod } from '../names/serviceOfPod.ts';
import { microsOf } from './microsOf.ts';

/**
 * Jaeger's traces, as its API and its page give them, and its spans as they stand in a search index.
 *
 * `{"data":[{"traceID":"…","spans":[{"operationName":"GET /","startTime":1675079501299000,"duration":383364,…`
 */
const JAEGER_JSON: JsonFormat = {
  name: 'jaeger-json',
  version: 1,
  arrays: ['data'],
  matches(document) {
    const first = arrayOf(document.data)[0] ?? document;
    return isSpan(first) || objectsOf(at(first, 'spans')).some(isSpan) ? 1 : 0;
  },
  read(entry) {
    if (isSpan(entry)) return recordsOf(entry, objectOf(entry.process));
    if (!Array.isArray(entry.spans)) return undefined;
    const processes = objectOf(entry.processes);
    return objectsOf(entry.spans).flatMap(span => {
      const process = processes[textOf(span.processID) ?? ''] ?? span.process;
      return recordsOf(span, objectOf(process));
    });
  },
};

export const JAEGER_JSON_READERS = jsonReaders(JAEGER_JSON);

function isSpan(value: unknown): boolean {
  return isObject(value) && 'spanID' in value && 'operationName' in value && 'startTime' in value;
}

/** The span, and a record for each of its logs. */
function recordsOf(span: JsonObject, process: JsonObject): ReadRecord[] {
  const own = tagsOf(span.tags ?? span.tag);
  const shared = tagsOf(process.tags ?? process.tag);
  const pod = textOf(shared['k8s.pod.name'] ?? shared.pod);
  const attributes: Attributes = { ...shared, ...own };
  if (pod) attributes.pod = pod;
  const failed = own.error === true || own.error === 'true' || own['otel.status_code'] === 'ERROR';
  const links = objectsOf(span.references).filter(reference => reference.refType !== 'CHILD_OF');
  if (links.length > 0) attributes.links = links.map(link => `${link.traceID}:${link.spanID}`);
  const record: ReadRecord = {
    ...micros(span.startTime),
    kind: 'span',
    host:
      textOf(shared['k8s.node.name']) ??
      textOf(shared.hostname) ??
      textOf(shared['host.name']) ??
      textOf(shared.ip),
    service: textOf(process.serviceName) ?? (pod ? serviceOfPod(pod) : undefined),
    level: failed ? 'error' : '',
    traceId: textOf(span.traceID),
    spanId: textOf(span.spanID),
    parentSpanId: parentOf(span),
    durationUs: microsOf(span.duration),
    name: textOf(span.operationName),
    body: textOf(own['otel.status_description']) ?? '',
    attributes,
  };
  return [record, ...objectsOf(span.logs).map(log => eventOf(log, record))];
}

function parentOf(span: JsonObject): string | undefined {
  const parent = objectsOf(span.references).find(reference => reference.refType === 'CHILD_OF');
  return textOf(parent?.spanID) ?? (span.parentSpanID === '0' ? undefined : textOf(span.parentSpanID));
}

function eventOf(log: JsonObject, span: ReadRecord): ReadRecord {
  const fields = tagsOf(log.fields);
  const name = textOf(fields.event) ?? textOf(fields.name);
  const message = fields['exception.message'] ?? fields.message ?? fields['error.object'] ?? '';
  return {
    ...micros(log.timestamp),
    kind: 'event',
    host: span.host,
    service: span.service,
    level: name === 'error' || name === 'exception' ? 'error' : '',
    traceId: span.traceId,
    spanId: span.spanId,
    name,
    body: String(message),
    attributes: fields,
  };
}

/** Tags as a list of `{key, type, value}`, or as an object already. */
function tagsOf(tags: unknown): Attributes {
  if (isObject(tags)) return attributeOf(tags) as Attributes;
  return Object.fromEntries(objectsOf(tags).map(tag => [textOf(tag.key) ?? '', attributeOf(tag.value)]));
}

/** Jaeger counts in microseconds. */
function micros(value: unknown): {
  at: Micros | undefined;
  atRaw: string;
  precision: 'us' | '';
  zoned: boolean;
} {
  const at = microsOf(value);
  return { at, atRaw: textOf(value) ?? '', precision: at === undefined ? '' : 'us', zoned: true };
}
