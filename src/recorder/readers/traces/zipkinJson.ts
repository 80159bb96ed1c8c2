import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { at, attributeOf, isObject, type JsonObject, objectOf, objectsOf, textOf } from '../json/value.ts';
import { microsOf } from './microsOf.ts';

/**
 * Zipkin's spans, version 2: a list of spans, or a list of traces that are lists of spans.
 *
 * `[{"traceId":"…","id":"…","kind":"SERVER","timestamp":1675079501299000,"localEndpoint":{"serviceName":"api"}}]`
 */
const ZIPKIN_JSON: JsonFormat = {
  name: 'zipkin-json',
  version: 1,
  arrays: [],
  matches: document => (isSpan(document) ? 1 : 0),
  read: entry => (isSpan(entry) ? recordsOf(entry) : undefined),
};

export const ZIPKIN_JSON_READERS = jsonReaders(ZIPKIN_JSON);

function isSpan(value: JsonObject): boolean {
  const looksAlike = 'traceId' in value && 'id' in value && typeof value.timestamp === 'number';
  return looksAlike && (isObject(value.localEndpoint) || 'duration' in value || isObject(value.tags));
}

/** The span, and a record for each of its annotations. */
function recordsOf(span: JsonObject): ReadRecord[] {
  const attributes: Attributes = attributeOf(objectOf(span.tags)) as Attributes;
  const failed = 'error' in attributes;
  const remote = textOf(at(span, 'remoteEndpoint.serviceName'));
  if (remote) attributes['peer.service'] = remote;
  const kind = textOf(span.kind);
  if (kind) attributes['span.kind'] = kind.toLowerCase();
  if (span.shared === true) attributes.shared = true;
  const start = microsOf(span.timestamp);
  const record: ReadRecord = {
    at: start,
    atRaw: textOf(span.timestamp) ?? '',
    precision: 'us',
    zoned: true,
    kind: 'span',
    host: textOf(at(span, 'localEndpoint.ipv4')) ?? textOf(at(span, 'localEndpoint.ipv6')),
    service: textOf(at(span, 'localEndpoint.serviceName')),
    level: failed ? 'error' : '',
    traceId: textOf(span.traceId),
    spanId: textOf(span.id),
    parentSpanId: textOf(span.parentId),
    durationUs: microsOf(span.duration),
    name: textOf(span.name),
    body: failed ? String(attributes.error) : '',
    attributes,
  };
  return [
    record,
    ...objectsOf(span.annotations).map(
      (annotation): ReadRecord => ({
        at: microsOf(annotation.timestamp),
        atRaw: textOf(annotation.timestamp) ?? '',
        precision: 'us',
        zoned: true,
        kind: 'event',
        host: record.host,
        service: record.service,
        traceId: record.traceId,
        spanId: record.spanId,
        name: 'annotation',
        body: textOf(annotation.value) ?? '',
      }),
    ),
  ];
}
