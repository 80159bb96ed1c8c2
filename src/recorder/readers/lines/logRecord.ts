import type { ReadRecord } from '../../../core/record.ts';
import type { Instant } from '../time/instant.ts';

/** A log record with every key in one order (engines read objects of one shape fastest); `instant` undefined means no time. */
export function logRecord(instant: Instant | undefined, atRaw: string, body: string): ReadRecord {
  return {
    at: instant === undefined ? undefined : instant.at,
    atRaw,
    precision: instant === undefined ? '' : instant.precision,
    zoned: instant === undefined ? false : instant.zoned,
    kind: 'log',
    source: undefined,
    host: undefined,
    service: undefined,
    level: undefined,
    traceId: undefined,
    spanId: undefined,
    parentSpanId: undefined,
    durationUs: undefined,
    name: undefined,
    value: undefined,
    body,
    attributes: undefined,
    line: undefined,
  };
}
