import type { Excerpt } from '../../core/document/bundle.ts';

/** A frozen record as it is read again, and its place in the file, by which it can be cited. */
export interface RecordRow extends Excerpt {
  number: number;
  parentSpanId: string;
  clockCorrectionUs: number;
  clockUncertaintyUs: number | null;
}

/** The columns of a `RecordRow`, for a select over `recordsIn`. */
export const RECORD_ROW = `
  number, epoch_us("at") as "at", at_raw as "atRaw", "precision", source, path, line, host, service, level, kind, name,
  body, trace_id as "traceId", span_id as "spanId", parent_span_id as "parentSpanId", duration_us as "durationUs",
  "value", attributes, clock_correction_us as "clockCorrectionUs", clock_uncertainty_us as "clockUncertaintyUs"`;
