import { type JsonFormat, jsonReaders } from '../json/format.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import { recordsOfBatch } from './batches.ts';
import type { ResourceBatch } from './shape.ts';

/** Lists of batches: of an export request, and of a Tempo answer (`batches`, newer `trace.resourceSpans`). */
const LISTS = [
  'resourceLogs',
  'resourceSpans',
  'resourceMetrics',
  'resource_logs',
  'resource_spans',
  'resource_metrics',
  'batches',
  'trace.resourceSpans',
];

/** Older and other spellings of what a batch holds. */
const SPELLINGS: Record<string, string> = {
  instrumentationLibraryLogs: 'scopeLogs',
  instrumentationLibrarySpans: 'scopeSpans',
  instrumentationLibraryMetrics: 'scopeMetrics',
};

/**
 * OTLP as JSON: an export request, one request a line as the collector's file exporter writes it, or a Tempo trace.
 *
 * `{"resourceLogs":[{"resource":{"attributes":[…]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"1675079459971622667",…`
 */
const OTLP_JSON: JsonFormat = {
  name: 'otlp-json',
  version: 1,
  arrays: LISTS,
  matches: document => {
    if (Array.isArray(document.batches)) return isBatch(document.batches[0]) ? 1 : 0;
    const trace = isObject(document.trace) ? document.trace : document;
    return LISTS.some(list => Array.isArray(trace[list])) || isBatch(document) ? 1 : 0;
  },
  read: entry => (isBatch(entry) ? recordsOfBatch(inCamelCase(entry) as ResourceBatch) : undefined),
};

export const OTLP_JSON_READERS = jsonReaders(OTLP_JSON);

const HOLDS = /^(scope|instrumentation_?[lL]ibrary)_?(Logs|Spans|Metrics|logs|spans|metrics)$/;

function isBatch(value: unknown): boolean {
  return isObject(value) && Object.keys(value).some(key => HOLDS.test(key));
}

/** The batch with keys as OTLP spells them now; the same object where they are so already. */
function inCamelCase(batch: JsonObject): JsonObject {
  if (batch.scopeLogs || batch.scopeSpans || batch.scopeMetrics) return batch;
  return respelt(batch) as JsonObject;
}

function respelt(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(respelt);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const camel = key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      return [SPELLINGS[camel] ?? camel, respelt(inner)];
    }),
  );
}
