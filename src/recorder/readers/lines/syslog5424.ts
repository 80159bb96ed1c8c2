/**
 * Syslog as RFC 5424 has it, with or without priority, with the octet count of RFC 6587 before it or not.
 *
 *     <165>1 2003-10-11T22:14:15.003Z web-3 orders 1187 ID47 [origin@32473 ip="10.2.0.3" trace_id="4bf9…"] order refused
 */
import type { Attributes, ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { digit, digitRun, SPACE, skipBlanks } from '../time/digits.ts';
import { instantAt } from '../time/instantAt.ts';
import { logRecord } from './logRecord.ts';
import { shareOfRecords } from './shareOfRecords.ts';
import { priorityOf, readPriority } from './syslogPriority.ts';
import { takeTraceIds } from './traceIds.ts';

const NAMES = ['host', 'service', 'pid', 'message_id'] as const;
const TRACE_KEYS: Readonly<Record<string, 'traceId' | 'spanId'>> = {
  trace_id: 'traceId',
  traceId: 'traceId',
  span_id: 'spanId',
  spanId: 'spanId',
};

export const SYSLOG_5424: LineReader = {
  shape: 'lines',
  name: 'syslog-5424',
  version: 1,
  recognise: sample => shareOfRecords(sample, readSyslog5424),
  read: readSyslog5424,
};

function readSyslog5424(framed: string, context: ReadContext): ReadRecord | undefined {
  const line = withoutCount(framed);
  const priority = readPriority(line);
  const stampAt = priority.end + 2;
  if (digit(line, priority.end) < 0 || line.charCodeAt(priority.end + 1) !== SPACE) return undefined;
  const found = instantAt(line, stampAt, context.time);
  const isNil = line.startsWith('- ', stampAt) && priority.end > 0;
  if (!isNil && (found === undefined || !found.zoned)) return undefined;
  let at = isNil ? stampAt + 1 : found!.end;

  const record = logRecord(found, found === undefined ? '' : line.slice(stampAt, found.end), '');
  const attributes: Attributes = {};
  for (const name of NAMES) {
    if (line.charCodeAt(at) !== SPACE) return undefined;
    const end = line.indexOf(' ', at + 1);
    if (end < 0) return undefined;
    const value = line.slice(at + 1, end);
    if (value !== '-') {
      if (name === 'host' || name === 'service') record[name] = value;
      else attributes[name] = name === 'pid' && /^\d{1,9}$/.test(value) ? Number(value) : value;
    }
    at = end;
  }
  const dataEnd = line[at + 1] === '-' ? at + 2 : takeData(record, attributes, line, at + 1);
  record.body = line.slice(skipBlanks(line, dataEnd)).replace(/^\uFEFF/, '');
  if (priority.value >= 0) {
    const { level, facility } = priorityOf(priority.value);
    record.level = level;
    attributes.facility = facility;
  }
  record.attributes = attributes;
  takeTraceIds(record, record.body);
  return record;
}

/** `117 <165>1 …` → `<165>1 …` */
function withoutCount(line: string): string {
  const run = digitRun(line, 0, 6);
  return run > 0 && line[run] === ' ' && line[run + 1] === '<' ? line.slice(run + 1) : line;
}

/** Takes the parameters of all structured data elements; gives their end. */
function takeData(record: ReadRecord, attributes: Attributes, line: string, from: number): number {
  let at = from;
  while (line[at] === '[') {
    at = endOfName(line, at + 1);
    while (line[at] === ' ') {
      const equals = line.indexOf('="', at);
      if (equals < 0) return line.length;
      const name = line.slice(at + 1, equals);
      let end = line.indexOf('"', equals + 2);
      while (end > 0 && line[end - 1] === '\\') end = line.indexOf('"', end + 1);
      if (end < 0) return line.length;
      const value = line.slice(equals + 2, end).replace(/\\(["\\\]])/g, '$1');
      const key = TRACE_KEYS[name];
      if (key === undefined) attributes[name] = value;
      else record[key] = value;
      at = end + 1;
    }
    if (line[at] !== ']') return at;
    at++;
  }
  return at;
}

function endOfName(line: string, from: number): number {
  let at = from;
  while (at < line.length && line[at] !== ' ' && line[at] !== ']') at++;
  return at;
}
