import type { Level, ReadRecord } from '../../../core/record.ts';
import { textOf } from '../json/value.ts';
import { levelOf } from '../names/levelOf.ts';
import { type Origin, plainAttributes, plainValue } from './attributes.ts';
import { hexId } from './ids.ts';
import { microsOfNanos } from './nanos.ts';
import type { LogRecord, ResourceBatch } from './shape.ts';

/** OTLP severity numbers come in bands of four. */
const BANDS: readonly Level[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

function severity(log: LogRecord): Level {
  if (typeof log.severityNumber === 'number' && log.severityNumber > 0) {
    return BANDS[(log.severityNumber - 1) >> 2] ?? '';
  }
  const text = log.severityText ?? log.severityNumber;
  return typeof text === 'string' ? levelOf(text.replace(/^SEVERITY_NUMBER_/, '').replace(/\d$/, '')) : '';
}

/** Appends a record for each log record of a batch. */
export function logsOf(batch: ResourceBatch, origin: Origin, records: ReadRecord[]): void {
  for (const scope of batch.scopeLogs ?? []) {
    for (const log of scope.logRecords ?? []) records.push(recordOf(log, origin));
  }
}

function recordOf(log: LogRecord, origin: Origin): ReadRecord {
  const hasTime = log.timeUnixNano !== undefined && log.timeUnixNano !== '0' && log.timeUnixNano !== 0;
  // Without a time of its own, the moment it was seen by the collector is the best there is.
  const nanos = hasTime ? log.timeUnixNano : log.observedTimeUnixNano;
  const at = microsOfNanos(nanos);
  const body = plainValue(log.body);
  return {
    at,
    atRaw: nanos === undefined ? '' : String(nanos),
    precision: at === undefined ? '' : 'ns',
    zoned: true,
    kind: 'log',
    host: origin.host,
    service: origin.service,
    level: severity(log),
    traceId: hexId(log.traceId),
    spanId: hexId(log.spanId),
    name: textOf(log.eventName),
    body: typeof body === 'string' ? body : body === null ? '' : JSON.stringify(body),
    attributes:
      log.attributes && log.attributes.length > 0
        ? plainAttributes(log.attributes, origin.attributes)
        : origin.attributes,
  };
}
