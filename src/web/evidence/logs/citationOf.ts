import type { LogRecord } from './record.ts';

/** Where a record stands, for findings and for people: `logs/app.log.gz:173`. */
export const placeOf = ({ path, line }: Pick<LogRecord, 'path' | 'line'>): string => `${path}:${line}`;

/** A link to a record of one reading, which stays what it is when newer evidence is read. */
export function permalinkOf(incidentId: string, readingId: string, { number }: LogRecord): string {
  const query = new URLSearchParams({
    view: 'logs',
    reading: readingId,
    record: String(number),
    kind: 'all',
  });
  return new URL(`/incidents/${encodeURIComponent(incidentId)}/evidence?${query}`, location.origin).href;
}

/** What to paste into a text that rests on a record: its place, its time, and a link to it. */
export const citationOf = (incidentId: string, readingId: string, record: LogRecord): string =>
  [`${incidentId}, ${placeOf(record)}`, record.at ?? record.atRaw, permalinkOf(incidentId, readingId, record)]
    .filter(Boolean)
    .join(', ');
