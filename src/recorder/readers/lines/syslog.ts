/**
 * Syslog as RFC 3164 describes it and as programs write it: with or without priority, with or without year, with ISO
 * stamps (rsyslog's default file format since 2022), with or without tag.
 *
 *     <34>Oct 11 22:14:15 mymachine su[231]: 'su root' failed for lonvick on /dev/pts/8
 *     Feb 11 08:14:09 web-3 kernel: TCP: request_sock_TCP: Possible SYN flooding on port 8080
 *     2023-02-11T08:14:09.402948+01:00 web-3 systemd[1]: nginx.service: Main process exited, code=exited
 */
import type { Level, ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { COLON, digit, isLetter, SPACE, skipBlanks } from '../time/digits.ts';
import { instantAt } from '../time/instantAt.ts';
import { refineHaproxy } from './haproxy.ts';
import { levelWord } from './levelWord.ts';
import { logRecord } from './logRecord.ts';
import { shareOfRecords } from './shareOfRecords.ts';
import { priorityOf, readPriority } from './syslogPriority.ts';
import { takeTraceIds } from './traceIds.ts';

const OPEN_ANGLE = 60;
const CLOSE_ANGLE = 62;
const OPEN_BRACKET = 91;
const LONGEST_TAG = 120;
const SPACED_TAG = /[A-Z][\w.]{1,30}(?: [\w.]{1,30}){1,4}\[\d{1,9}\]:/y;

export const SYSLOG: LineReader = {
  shape: 'lines',
  name: 'syslog',
  version: 1,
  recognise: sample => shareOfRecords(sample, readSyslog),
  read: readSyslog,
};

function readSyslog(line: string, context: ReadContext): ReadRecord | undefined {
  const priority = line.charCodeAt(0) === OPEN_ANGLE ? readPriority(line) : undefined;
  const start = skipBlanks(line, priority?.end ?? 0);
  const isNamed = isLetter(line.charCodeAt(start));
  if (!isNamed && digit(line, start) < 0) return undefined;
  const found = instantAt(line, start, context.time);
  if (found === undefined || !found.hasDate || !found.hasClock) return undefined;
  if (line.charCodeAt(found.end) !== SPACE) return undefined;

  const hostStart = skipBlanks(line, found.end);
  const hostEnd = line.indexOf(' ', hostStart);
  if (hostEnd < 0 || !isHost(line, hostStart, hostEnd)) return undefined;
  const tagStart = skipBlanks(line, hostEnd);
  const tagEnd = endOfTag(line, tagStart);
  // After an ISO stamp only zone and tag tell syslog from any other log.
  if (!isNamed && (tagEnd < 0 || !found.zoned)) return undefined;

  const record = logRecord(found, line.slice(start, found.end), '');
  record.host = line.slice(hostStart, hostEnd);
  record.body = tagEnd < 0 ? line.slice(tagStart) : takeTag(record, line, tagStart, tagEnd);
  if (priority !== undefined && priority.value >= 0) {
    const { level, facility } = priorityOf(priority.value);
    record.level = level;
    record.attributes = { ...record.attributes, facility };
  } else record.level ??= levelOfBody(record.body);
  takeTraceIds(record, record.body);
  return record;
}

/** A host name or address: no brackets, no `=`, no closing colon, and not a level. */
function isHost(line: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = line.charCodeAt(at);
    const isPlain = isLetter(code) || (code >= 45 && code <= 58) || code === 95 || code > 127;
    if (!isPlain) return false;
  }
  if (line.charCodeAt(end - 1) === COLON || end === start) return false;
  return levelWord(line.slice(start, end)) === '';
}

/** Where the tag (`su`, `sshd(pam_unix)[19939]`, `com.apple.xpc.launchd[1]`) ends: at its colon; −1 when there is none. */
function endOfTag(line: string, start: number): number {
  const limit = Math.min(line.length, start + LONGEST_TAG);
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const code = line.charCodeAt(at);
    if (code === OPEN_BRACKET || code === 40) depth++;
    else if (code === 93 || code === 41) depth--;
    else if (code === COLON && depth <= 0 && (at + 1 === line.length || line.charCodeAt(at + 1) === SPACE))
      return at > start ? at : -1;
    else if (code === SPACE && depth <= 0 && !isTagBlank(line, at)) return endOfSpacedTag(line, start);
  }
  return -1;
}

/** A blank inside a tag: before a bracket (`com.apple.xpc[1] (com.apple.x[7]):`) or a version (`syslogd 1.4.1:`). */
function isTagBlank(line: string, at: number): boolean {
  const next = line.charCodeAt(at + 1);
  return next === 40 || next === OPEN_BRACKET || digit(line, at + 1) >= 0;
}

/** `Microsoft Word[14463]:` – a program with blanks in its name is one only with its process id. */
function endOfSpacedTag(line: string, start: number): number {
  SPACED_TAG.lastIndex = start;
  return SPACED_TAG.test(line) ? SPACED_TAG.lastIndex - 1 : -1;
}

/** Takes program and process id out of the tag; gives the message. */
function takeTag(record: ReadRecord, line: string, start: number, colon: number): string {
  const bracket = line.indexOf('[', start);
  let end = colon;
  if (bracket > start && bracket < colon) {
    end = bracket;
    const close = line.indexOf(']', bracket);
    const pid = digit(line, bracket + 1) >= 0 ? Number(line.slice(bracket + 1, close)) : Number.NaN;
    if (Number.isInteger(pid)) record.attributes = { pid };
  } else {
    const blank = line.indexOf(' ', start);
    // `syslogd 1.4.1:`
    if (blank > 0 && blank < colon) end = blank;
  }
  record.service = line.slice(start, end);
  const body = line.slice(skipBlanks(line, colon + 1));
  if (record.service === 'haproxy') refineHaproxy(record, body);
  return body;
}

/** The level that a message itself begins with: `error: …`, `[warn] …`, `<info> …`, `ERROR …`. */
function levelOfBody(body: string): Level | undefined {
  const first = body.charCodeAt(0);
  const isMarked = first === OPEN_ANGLE || first === OPEN_BRACKET;
  const start = isMarked ? 1 : 0;
  let end = start;
  while (end < start + 12 && isLetter(body.charCodeAt(end))) end++;
  if (end < start + 3) return undefined;
  const after = body.charCodeAt(end);
  const isClosed = isMarked ? after === CLOSE_ANGLE || after === 93 : after === COLON;
  const isCapital = first >= 65 && first <= 90 && body.charCodeAt(1) <= 90;
  if (!isClosed && !(isCapital && (after === SPACE || after === COLON))) return undefined;
  const level = levelWord(body.slice(start, end));
  return level === '' ? undefined : level;
}
