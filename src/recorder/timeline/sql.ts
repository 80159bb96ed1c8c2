import type { Micros } from '../../core/record.ts';

/** A text literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A moment (rounded to the microsecond) as SQL that a person can read and run. */
export function instant(at: Micros): string {
  const us = Math.round(at);
  const ms = Math.floor(us / 1000);
  const iso = new Date(ms).toISOString().slice(0, -1);
  return `timestamptz '${iso}${String(us - ms * 1000).padStart(3, '0')}Z'`;
}

/** A condition for the time from the first to the last record of a run, both included. */
export const duringRun = ({ first, last }: { first: { at: Micros }; last: { at: Micros } }): string =>
  `"at" >= ${instant(first.at)} and "at" <= ${instant(last.at)}`;

/** The thing that a record speaks of: its service, or its machine where none is named, or its source. */
export const OWNER = `coalesce(nullif(service, ''), nullif(host, ''), source)`;

/** The status of an HTTP response, from the attributes under their usual names. */
export const STATUS = `try_cast(regexp_extract(attributes,
  '"(?:[a-z]+\\.)*(?:status|status_?[cC]ode|response_status)":\\s*"?([1-5]\\d\\d)\\b', 1) as smallint)`;

/** Whether a record says that what it tells of failed: its level, an HTTP 5xx, or the status of a span. */
export const FAILED = `(level in ('error', 'fatal') or regexp_matches(attributes,
  '"(?:[a-z]+\\.)*(?:status|status_?[cC]ode|response_status)":\\s*"?5\\d\\d\\b|"(?:otel\\.)?status(?:_code|\\.code|Code)?":\\s*(?:2\\b|"?(?:STATUS_CODE_)?E(?:RROR|rror))|"error":\\s*"?true'))`;

/** A parent id that names none: traces begin here. */
export const IS_ROOT = `(parent_span_id in ('', 'root') or regexp_matches(parent_span_id, '^[0-]+$'))`;

/** A message with everything that differs from line to line masked: words that hold a digit, and redaction tokens. */
export const MASKED = `regexp_replace(regexp_replace(left(split_part(body, chr(10), 1), 240),
  '‹([a-z-]+):[^›]*›', '‹\\1›', 'g'), '[\\w.:-]*\\d[\\w.:-]*', '#', 'g')`;
