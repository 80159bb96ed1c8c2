import type { Attributes, ReadRecord } from '../../../core/record.ts';
import { textOf } from '../json/value.ts';
import { type Origin, plainAttributes } from './attributes.ts';
import { hexId } from './ids.ts';
import { microsOfNanos } from './nanos.ts';
import type { ResourceBatch, Span, SpanEvent } from './shape.ts';

const KINDS = ['', 'internal', 'server', 'client', 'producer', 'consumer'];
const STATUSES = ['', 'ok', 'error'];

/** An enum that JSON writes as its number or as its name (`SPAN_KIND_SERVER`), in lower case without prefix. */
function enumName(value: unknown, names: readonly string[], prefix: string): string {
  if (typeof value === 'number') return names[value] ?? '';
  if (typeof value !== 'string' || value.endsWith('UNSPECIFIED') || value.endsWith('UNSET')) return '';
  return value.replace(prefix, '').toLowerCase();
}

/** Appends a record for each span of a batch, and one for each event on a span. */
export function spansOf(batch: ResourceBatch, origin: Origin, records: ReadRecord[]): void {
  for (const scope of batch.scopeSpans ?? []) {
    for (const span of scope.spans ?? []) {
      const record = recordOf(span, origin);
      records.push(record);
      for (const event of span.events ?? []) records.push(eventOf(event, record, origin));
    }
  }
}

function recordOf(span: Span, origin: Origin): ReadRecord {
  const at = microsOfNanos(span.startTimeUnixNano);
  const until = microsOfNanos(span.endTimeUnixNano);
  const status = enumName(span.status?.code, STATUSES, 'STATUS_CODE_');
  const attributes: Attributes = plainAttributes(span.attributes, origin.attributes);
  const kind = enumName(span.kind, KINDS, 'SPAN_KIND_');
  if (kind !== '') attributes['span.kind'] = kind;
  if (status !== '') attributes.status = status;
  if (span.links && span.links.length > 0) {
    attributes.links = span.links.map(link => `${hexId(link.traceId) ?? ''}:${hexId(link.spanId) ?? ''}`);
  }
  return {
    at,
    atRaw: span.startTimeUnixNano === undefined ? '' : String(span.startTimeUnixNano),
    precision: at === undefined ? '' : 'ns',
    zoned: true,
    kind: 'span',
    host: origin.host,
    service: origin.service,
    level: status === 'error' ? 'error' : '',
    traceId: hexId(span.traceId),
    spanId: hexId(span.spanId),
    parentSpanId: hexId(span.parentSpanId),
    durationUs: at !== undefined && until !== undefined ? until - at : undefined,
    name: textOf(span.name),
    body: textOf(span.status?.message) ?? '',
    attributes,
  };
}

function eventOf(event: SpanEvent, span: ReadRecord, origin: Origin): ReadRecord {
  const attributes = plainAttributes(event.attributes, origin.attributes);
  const at = microsOfNanos(event.timeUnixNano);
  const message = attributes['exception.message'] ?? attributes.message ?? '';
  return {
    at,
    atRaw: event.timeUnixNano === undefined ? '' : String(event.timeUnixNano),
    precision: at === undefined ? '' : 'ns',
    zoned: true,
    kind: 'event',
    host: origin.host,
    service: origin.service,
    level: event.name === 'exception' ? 'error' : '',
    traceId: span.traceId,
    spanId: span.spanId,
    name: textOf(event.name),
    body: typeof message === 'string' ? message : JSON.stringify(message),
    attributes,
  };
}
