import type { ReadRecord } from '../../../core/record.ts';

const TRACEPARENT = /\b[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}\b/;
const TRACE = /trace[_. -]?id["']?\s*[:=]\s*["']?([0-9a-zA-Z-]{8,64})/i;
const SPAN = /span[_. -]?id["']?\s*[:=]\s*["']?([0-9a-zA-Z-]{4,32})/i;

/**
 * Takes trace and span id out of a record's text when it shows them and the record has none yet:
 * `TraceID: … SpanID: …`, `trace_id=… span_id=…`, `"traceId":"…"`, `traceparent: 00-…-…-01`.
 */
export function takeTraceIds(record: ReadRecord, text: string): void {
  if (record.traceId !== undefined || (text.indexOf('race') < 0 && text.indexOf('RACE') < 0)) return;
  const trace = TRACE.exec(text);
  if (trace !== null) {
    record.traceId = trace[1];
    record.spanId ??= SPAN.exec(text)?.[1];
    return;
  }
  const parent = text.includes('traceparent') ? TRACEPARENT.exec(text) : null;
  if (parent === null) return;
  record.traceId = parent[1];
  record.spanId ??= parent[2];
}
