/**
 * OTLP as JSON writes it, as far as we read it. The protobuf decoder makes the same values, so that records are built
 * in one place. Numbers of 64 bits may come as text.
 */
export type Nanos = string | number;

export interface AnyValue {
  stringValue?: string;
  boolValue?: boolean;
  intValue?: string | number;
  doubleValue?: number;
  bytesValue?: string;
  arrayValue?: { values?: AnyValue[] };
  kvlistValue?: { values?: KeyValue[] };
}

export interface KeyValue {
  key: string;
  value?: AnyValue;
}

export interface Resource {
  attributes?: KeyValue[];
}

export interface Scope {
  name?: string;
}

export interface LogRecord {
  timeUnixNano?: Nanos;
  observedTimeUnixNano?: Nanos;
  severityNumber?: number | string;
  severityText?: string;
  body?: AnyValue;
  attributes?: KeyValue[];
  traceId?: string;
  spanId?: string;
  eventName?: string;
}

export interface SpanEvent {
  timeUnixNano?: Nanos;
  name?: string;
  attributes?: KeyValue[];
}

export interface Span {
  traceId?: string;
  spanId?: string;
  parentSpanId?: string;
  name?: string;
  kind?: number | string;
  startTimeUnixNano?: Nanos;
  endTimeUnixNano?: Nanos;
  attributes?: KeyValue[];
  events?: SpanEvent[];
  links?: { traceId?: string; spanId?: string }[];
  status?: { code?: number | string; message?: string };
}

/** A data point of any metric type: each type uses some of these. */
export interface DataPoint {
  timeUnixNano?: Nanos;
  attributes?: KeyValue[];
  asDouble?: number | string;
  asInt?: number | string;
  count?: number | string;
  sum?: number | string;
  min?: number | string;
  max?: number | string;
  bucketCounts?: (number | string)[];
  explicitBounds?: (number | string)[];
  scale?: number | string;
  zeroCount?: number | string;
  positive?: ExponentialBuckets;
  negative?: ExponentialBuckets;
  quantileValues?: { quantile?: number | string; value?: number | string }[];
}

export interface ExponentialBuckets {
  offset?: number | string;
  bucketCounts?: (number | string)[];
}

export interface PointList {
  dataPoints?: DataPoint[];
  aggregationTemporality?: number | string;
  isMonotonic?: boolean;
}

export interface Metric {
  name?: string;
  unit?: string;
  gauge?: PointList;
  sum?: PointList;
  histogram?: PointList;
  exponentialHistogram?: PointList;
  summary?: PointList;
}

/** What one resource (a process, a host) reported: one of the three lists is there. */
export interface ResourceBatch {
  resource?: Resource;
  scopeLogs?: { scope?: Scope; logRecords?: LogRecord[] }[];
  scopeSpans?: { scope?: Scope; spans?: Span[] }[];
  scopeMetrics?: { scope?: Scope; metrics?: Metric[] }[];
}
