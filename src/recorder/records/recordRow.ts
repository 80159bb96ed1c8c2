import type { Level, Micros, Precision, RecordKind } from '../../core/record.ts';

/** A frozen record as it is read again, and its place in the file, by which it can be cited. */
export interface RecordRow {
  number: number;
  at: Micros | null;
  atRaw: string;
  precision: Precision;
  source: string;
  path: string;
  line: number;
  host: string;
  service: string;
  level: Level;
  kind: RecordKind;
  name: string;
  body: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  durationUs: number | null;
  value: number | null;
  attributes: string;
  clockCorrectionUs: number;
  clockUncertaintyUs: number | null;
}

/** The columns of a `RecordRow`, for a select over `recordsIn`. */
export const RECORD_ROW = `
  number, epoch_us("at") as "at", at_raw as "atRaw", "precision", source, path, line, host, service, level, kind, name,
  body, trace_id as "traceId", span_id as "spanId", parent_span_id as "parentSpanId", duration_us as "durationUs",
  "value", attributes, clock_correction_us as "clockCorrectionUs", clock_uncertainty_us as "clockUncertaintyUs"`;
