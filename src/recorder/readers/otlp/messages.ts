import type {
  AnyValue,
  DataPoint,
  ExponentialBuckets,
  KeyValue,
  LogRecord,
  Metric,
  PointList,
  Resource,
  ResourceBatch,
  Span,
  SpanEvent,
} from './shape.ts';
import * as wire from './wire.ts';

/** The field numbers of OTLP 1.x, as far as we read them. */
const ANY_VALUE: wire.Message<AnyValue> = {
  1: wire.string('stringValue'),
  2: wire.bool('boolValue'),
  3: wire.int64('intValue'),
  4: wire.double('doubleValue'),
  5: wire.message('arrayValue', () => ({ 1: wire.messages('values', () => ANY_VALUE) })),
  6: wire.message('kvlistValue', () => ({ 1: wire.messages('values', () => KEY_VALUE) })),
  7: wire.base64('bytesValue'),
};

const KEY_VALUE: wire.Message<KeyValue> = {
  1: wire.string('key'),
  2: wire.message('value', () => ANY_VALUE),
};

const attributes = wire.messages('attributes', () => KEY_VALUE);

const RESOURCE: wire.Message<Resource> = { 1: attributes };

const LOG_RECORD: wire.Message<LogRecord> = {
  1: wire.nanos('timeUnixNano'),
  2: wire.varint('severityNumber'),
  3: wire.string('severityText'),
  5: wire.message('body', () => ANY_VALUE),
  6: attributes,
  9: wire.hex('traceId'),
  10: wire.hex('spanId'),
  11: wire.nanos('observedTimeUnixNano'),
  12: wire.string('eventName'),
};

const SPAN_EVENT: wire.Message<SpanEvent> = {
  1: wire.nanos('timeUnixNano'),
  2: wire.string('name'),
  3: attributes,
};

const LINK: wire.Message<{ traceId?: string; spanId?: string }> = {
  1: wire.hex('traceId'),
  2: wire.hex('spanId'),
};

const STATUS: wire.Message<NonNullable<Span['status']>> = {
  2: wire.string('message'),
  3: wire.varint('code'),
};

const SPAN: wire.Message<Span> = {
  1: wire.hex('traceId'),
  2: wire.hex('spanId'),
  4: wire.hex('parentSpanId'),
  5: wire.string('name'),
  6: wire.varint('kind'),
  7: wire.nanos('startTimeUnixNano'),
  8: wire.nanos('endTimeUnixNano'),
  9: attributes,
  11: wire.messages('events', () => SPAN_EVENT),
  13: wire.messages('links', () => LINK),
  15: wire.message('status', () => STATUS),
};

const NUMBER_POINT: wire.Message<DataPoint> = {
  3: wire.nanos('timeUnixNano'),
  4: wire.double('asDouble'),
  6: wire.signedFixed64('asInt'),
  7: attributes,
};

const HISTOGRAM_POINT: wire.Message<DataPoint> = {
  3: wire.nanos('timeUnixNano'),
  4: wire.fixed64('count'),
  5: wire.double('sum'),
  6: wire.fixed64s('bucketCounts'),
  7: wire.doubles('explicitBounds'),
  9: attributes,
  11: wire.double('min'),
  12: wire.double('max'),
};

const BUCKETS: wire.Message<ExponentialBuckets> = {
  1: wire.signed('offset'),
  2: wire.varints('bucketCounts'),
};

const EXPONENTIAL_POINT: wire.Message<DataPoint> = {
  1: attributes,
  3: wire.nanos('timeUnixNano'),
  4: wire.fixed64('count'),
  5: wire.double('sum'),
  6: wire.signed('scale'),
  7: wire.fixed64('zeroCount'),
  8: wire.message('positive', () => BUCKETS),
  9: wire.message('negative', () => BUCKETS),
  12: wire.double('min'),
  13: wire.double('max'),
};

const QUANTILE: wire.Message<{ quantile?: number | string; value?: number | string }> = {
  1: wire.double('quantile'),
  2: wire.double('value'),
};

const SUMMARY_POINT: wire.Message<DataPoint> = {
  3: wire.nanos('timeUnixNano'),
  4: wire.fixed64('count'),
  5: wire.double('sum'),
  6: wire.messages('quantileValues', () => QUANTILE),
  7: attributes,
};

const points = (point: wire.Message<DataPoint>): (() => wire.Message<PointList>) => {
  const fields: wire.Message<PointList> = {
    1: wire.messages('dataPoints', () => point),
    2: wire.varint('aggregationTemporality'),
    3: wire.bool('isMonotonic'),
  };
  return () => fields;
};

const METRIC: wire.Message<Metric> = {
  1: wire.string('name'),
  3: wire.string('unit'),
  5: wire.message('gauge', points(NUMBER_POINT)),
  7: wire.message('sum', points(NUMBER_POINT)),
  9: wire.message('histogram', points(HISTOGRAM_POINT)),
  10: wire.message('exponentialHistogram', points(EXPONENTIAL_POINT)),
  11: wire.message('summary', points(SUMMARY_POINT)),
};

const resource = wire.message('resource', () => RESOURCE);
const SCOPE_LOGS = { 2: wire.messages('logRecords', () => LOG_RECORD) };
const SCOPE_SPANS = { 2: wire.messages('spans', () => SPAN) };
const SCOPE_METRICS = { 2: wire.messages('metrics', () => METRIC) };

/** What one resource reported, for the three kinds of telemetry: field 1 of their export requests, repeated. */
export const BATCHES = {
  logs: { 1: resource, 2: wire.messages('scopeLogs', () => SCOPE_LOGS) },
  spans: { 1: resource, 2: wire.messages('scopeSpans', () => SCOPE_SPANS) },
  metrics: { 1: resource, 2: wire.messages('scopeMetrics', () => SCOPE_METRICS) },
} satisfies Record<string, wire.Message<ResourceBatch>>;

/** Which telemetry a batch holds. */
export type Telemetry = keyof typeof BATCHES;
