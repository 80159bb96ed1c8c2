/**
 * Access logs as Apache, nginx, Traefik and many others write them: common, combined, with virtual host, and with
 * what people add after it (request time, upstream).
 *
 *     10.2.0.17 - frank [11/Feb/2023:08:14:09 +0000] "GET /orders?page=2 HTTP/1.1" 503 217
 *     shop.example:443 10.2.0.17 - - [11/Feb/2023:08:14:09 +0000] "POST /orders HTTP/2.0" 201 17 "https://shop.example/" "curl/7.88" rt=5.003
 */
import type { Attributes, ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { DASH, digit, SPACE, skipBlanks } from '../time/digits.ts';
import { instantAt } from '../time/instantAt.ts';
import { levelOfStatus } from './levelOfStatus.ts';
import { logRecord } from './logRecord.ts';
import { shareOfRecords } from './shareOfRecords.ts';
import { takeTraceIds } from './traceIds.ts';

const QUOTE = 34;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
/** A bare number that follows the usual fields is Apache's `%D`, in µs; under this it may be seconds as well. */
const SURELY_MICROS = 100;

export const ACCESS: LineReader = {
  shape: 'lines',
  name: 'access',
  version: 1,
  recognise: sample => shareOfRecords(sample, readAccess),
  read: readAccess,
};

function readAccess(line: string, context: ReadContext): ReadRecord | undefined {
  const open = line.indexOf(' [');
  if (open < 5) return undefined;
  const found = instantAt(line, open + 2, context.time);
  if (found === undefined || line.charCodeAt(found.end) !== CLOSE_BRACKET) return undefined;
  const quote = found.end + 2;
  if (line.charCodeAt(quote) !== QUOTE) return undefined;
  const requestEnd = closingQuote(line, quote + 1);
  if (requestEnd < 0) return undefined;

  const statusAt = requestEnd + 2;
  const isCut = line.charCodeAt(statusAt) === DASH;
  const status = isCut ? 0 : statusOf(line, statusAt);
  if (status < 0) return undefined;
  const bytesAt = statusAt + (isCut ? 2 : 4);
  let end = bytesAt;
  let bytes = 0;
  for (let value = digit(line, end); value >= 0; value = digit(line, ++end)) bytes = bytes * 10 + value;

  const attributes: Attributes = { client: '', method: '', path: '', status, bytes };
  takeOrigin(attributes, line, open);
  takeRequest(attributes, line, quote + 1, requestEnd);
  const record = logRecord(
    found,
    line.slice(open + 2, found.end),
    line.slice(quote + 1, isCut ? requestEnd : statusAt + 3).replace('" ', ' '),
  );
  record.level = isCut ? undefined : levelOfStatus(status);
  record.attributes = attributes;
  takeRest(record, attributes, line, line.charCodeAt(end) === DASH ? end + 1 : end);
  return record;
}

function statusOf(line: string, at: number): number {
  const hundreds = digit(line, at);
  const tens = digit(line, at + 1);
  const ones = digit(line, at + 2);
  if (hundreds < 1 || tens < 0 || ones < 0 || digit(line, at + 3) >= 0) return -1;
  return hundreds * 100 + tens * 10 + ones;
}

/** `client ident user`, and before it the virtual host where there is one. */
function takeOrigin(attributes: Attributes, line: string, end: number): void {
  const userAt = line.lastIndexOf(' ', end - 1);
  const identAt = line.lastIndexOf(' ', userAt - 1);
  const firstEnd = line.indexOf(' ');
  if (identAt > firstEnd && line.charCodeAt(firstEnd - 1) !== 44) {
    attributes.vhost = line.slice(0, firstEnd);
    attributes.client = line.slice(firstEnd + 1, identAt);
  } else attributes.client = line.slice(0, Math.max(identAt, firstEnd));
  if (end - userAt > 2 || line.charCodeAt(userAt + 1) !== DASH) attributes.user = line.slice(userAt + 1, end);
}

function takeRequest(attributes: Attributes, line: string, start: number, end: number): void {
  const methodEnd = line.indexOf(' ', start);
  const pathEnd = line.lastIndexOf(' ', end);
  if (methodEnd < 0 || methodEnd >= end) {
    attributes.path = line.slice(start, end);
    return;
  }
  attributes.method = line.slice(start, methodEnd);
  attributes.path = line.slice(methodEnd + 1, pathEnd > methodEnd ? pathEnd : end);
}

/** Referer and user agent, then what was added. */
function takeRest(record: ReadRecord, attributes: Attributes, line: string, from: number): void {
  let at = skipBlanks(line, from);
  if (line.charCodeAt(at) === QUOTE) at = takeQuoted(attributes, 'referer', line, at);
  if (line.charCodeAt(at) === QUOTE) at = takeQuoted(attributes, 'agent', line, at);
  if (at >= line.length) return;
  const added = line.slice(at);
  attributes.added = added;
  record.durationUs = durationIn(added);
  takeTraceIds(record, added);
}

function takeQuoted(attributes: Attributes, name: string, line: string, at: number): number {
  const end = closingQuote(line, at + 1);
  if (end < 0) return line.length;
  const isEmpty = end === at + 1 || (end === at + 2 && line.charCodeAt(at + 1) === DASH);
  if (!isEmpty) attributes[name] = line.slice(at + 1, end);
  return skipBlanks(line, end + 1);
}

function closingQuote(line: string, from: number): number {
  let end = line.indexOf('"', from);
  while (end > 0 && line.charCodeAt(end - 1) === BACKSLASH) end = line.indexOf('"', end + 1);
  return end >= 0 && (end + 1 === line.length || line.charCodeAt(end + 1) === SPACE) ? end : -1;
}

/** The request's duration in what was added: `12ms`, `rt=0.012`, `512 0.012 [upstream] …`, Apache's `12402`. */
function durationIn(added: string): number | undefined {
  const milliseconds = /(?:^|\s)(\d+(?:\.\d+)?)ms\b/.exec(added);
  if (milliseconds !== null) return Math.round(Number(milliseconds[1]) * 1e3);
  const seconds = /(?:^|[\s"=])(\d+\.\d{3,6})(?=[\s",]|$)/.exec(added);
  if (seconds !== null) return Math.round(Number(seconds[1]) * 1e6);
  const micros = /^"?(?:\d+\/)?(\d{3,12})"?$/.exec(added);
  return micros !== null && Number(micros[1]) >= SURELY_MICROS ? Number(micros[1]) : undefined;
}
