import { CLASS_OF, NAME, SPACE, UPPER } from './byteClass.ts';
import { setOf } from './setOf.ts';
import { byFirstByte, startingAt } from './startingAt.ts';
import { afterValueName, innermostValue } from './valueName.ts';
import { isEscapeLetter } from './wordEdges.ts';

/** Offsets of a name and of the value given to it. `[valueStart, valueEnd)` leaves out the quotes. */
export interface Assignment {
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
  /** Whether the value stands in quotes that are closed. */
  isQuoted: boolean;
}

const MAX_NAME = 64;
const MAX_GAP = 48;
const MAX_VALUE = 4096;
const MIN_VALUE = 3;

const QUOTES = setOf('"\'`');
const CLOSERS = setOf('"\'`\\])');
const BARE_END = setOf(' \t\r\n"\'`;,<>&|)}]\\');
const TRAILING = setOf('.:!?');
const BACKSLASH = code('\\');
const MINUS = code('-');
const COMMA = code(',');
const COLON = code(':');
const NEWLINE = code('\n');
const BRACKET = code('(');
const DOT = code('.');
const UNDERSCORE = code('_');
const TAG_END = code('>');

/** By their first byte; longest first: the first that fits is taken. */
const OPERATORS = byFirstByte([
  ':::=',
  '::=',
  ':=',
  '?=',
  '=>',
  '->',
  '==',
  '||',
  '%3d',
  '%3a',
  '=',
  ':',
  '>',
]);
const SETTERS = byFirstByte(['set', 'with']);
const SCHEMES = byFirstByte([
  'bearer ',
  'basic ',
  'token ',
  'api-token ',
  'apikey ',
  'digest ',
  'negotiate ',
]);

/**
 * The value assigned to the name that holds the keyword at `bytes[at, at + length)`, in any of the usual spellings:
 *
 *     API_KEY="v"   "apiKey": "v"   apiKey := 'v'   api_key => v   <api-key>v</api-key>   --api-key v
 *     api_key%3Dv   \"api_key\":\"v\"   put("api_key", "v")   password for x: v   X-Api-Key: v   API_KEY ?= v
 *     "name": "api_key", "value": "v"   <add key="api_key" value="v">   "authorization": ["Bearer v"]
 *     client.setApiKey("v")   WithApiKey('v')
 *
 * Works on bytes, or on characters copied into bytes, within `[from, to)`; looks at a bounded window only.
 */
export function assignmentAt(
  bytes: Uint8Array,
  at: number,
  length: number,
  from: number,
  to: number,
): Assignment | undefined {
  const nameStart = nameStartBefore(bytes, at, from);
  const gap = gapAfter(bytes, nameStart, at + length, Math.min(to, at + length + MAX_GAP));
  if (!gap) return undefined;
  const value = valueAt(bytes, gap.operatorEnd, to);
  if (!value || value.valueEnd - value.valueStart < MIN_VALUE) return undefined;
  if (gap.needsQuotes && (!value.isQuoted || isName(bytes, value.valueEnd, to))) return undefined;
  return { nameStart, nameEnd: gap.nameEnd, ...value };
}

/** `"user", "content": …`: the quoted text is itself a name. */
function isName(bytes: Uint8Array, valueEnd: number, to: number): boolean {
  let i = valueEnd;
  while (i < to && CLOSERS[bytes[i]!] === 1) i += 1;
  i = skipSpace(bytes, i, Math.min(to, i + 4));
  return i < to && bytes[i] === COLON;
}

function nameStartBefore(bytes: Uint8Array, at: number, from: number): number {
  const limit = Math.max(from, at - MAX_NAME);
  let i = at;
  while (i > limit && (CLASS_OF[bytes[i - 1]!]! & NAME) !== 0) i -= 1;
  return i < at && isEscapeLetter(bytes, i, from) ? i + 1 : i;
}

interface Gap {
  nameEnd: number;
  operatorEnd: number;
  /** A comma is an operator between two quoted strings only; a setter's bracket before one. */
  needsQuotes: boolean;
}

/** Walks over the rest of the name, a few more words, closing quotes and the operator. */
function gapAfter(bytes: Uint8Array, nameStart: number, keywordEnd: number, limit: number): Gap | undefined {
  let i = keywordEnd;
  while (i < limit) {
    while (i < limit && (CLASS_OF[bytes[i]!]! & NAME) !== 0) i += 1;
    const nameEnd = i;
    while (i < limit && CLOSERS[bytes[i]!] === 1) i += 1;
    const isClosed = i > nameEnd;
    while (i < limit && (CLASS_OF[bytes[i]!]! & SPACE) !== 0) i += 1;
    if (i >= limit) return undefined;
    const operator = startingAt(OPERATORS, bytes, i, limit);
    if (operator) return { nameEnd, operatorEnd: i + operator.length, needsQuotes: false };
    const paired = isClosed || bytes[i] === COMMA ? afterValueName(bytes, i, limit) : undefined;
    if (paired !== undefined) return { nameEnd, operatorEnd: paired, needsQuotes: false };
    if (isClosed) {
      return bytes[i] === COMMA ? { nameEnd, operatorEnd: i + 1, needsQuotes: true } : undefined;
    }
    if (bytes[i] === BRACKET && isSetter(bytes, nameStart, nameEnd))
      return { nameEnd, operatorEnd: i + 1, needsQuotes: true };
    if (bytes[nameStart] === MINUS && i > nameEnd) return { nameEnd, operatorEnd: i, needsQuotes: false };
    if ((CLASS_OF[bytes[i]!]! & NAME) === 0) return undefined;
  }
  return undefined;
}

/** `setPassword`, `db.SetPassword`, `with_password`: called with a text, it is given a value; `getPassword` is told a name. */
function isSetter(bytes: Uint8Array, nameStart: number, nameEnd: number): boolean {
  let start = nameEnd;
  while (start > nameStart && bytes[start - 1] !== DOT && (CLASS_OF[bytes[start - 1]!]! & NAME) !== 0)
    start -= 1;
  const verb = startingAt(SETTERS, bytes, start, nameEnd);
  if (!verb) return false;
  const next = bytes[start + verb.length]!;
  return next === UNDERSCORE || (CLASS_OF[next]! & UPPER) !== 0;
}

type Value = Pick<Assignment, 'valueStart' | 'valueEnd' | 'isQuoted'>;

function valueAt(bytes: Uint8Array, operatorEnd: number, to: number): Value | undefined {
  let i = innermostValue(bytes, operatorEnd, Math.min(to, operatorEnd + MAX_GAP));
  let backslashes = 0;
  while (i < to && bytes[i] === BACKSLASH && backslashes < 8) {
    backslashes += 1;
    i += 1;
  }
  const quote = bytes[i]!;
  if (i < to && QUOTES[quote] === 1) {
    const valueStart = skipScheme(bytes, i + 1, to);
    const valueEnd = closingQuote(
      bytes,
      valueStart,
      Math.min(to, valueStart + MAX_VALUE),
      quote,
      backslashes,
    );
    if (valueEnd >= 0) return { valueStart, valueEnd, isQuoted: true };
    return bareValue(bytes, valueStart, to);
  }
  // without quotes, what stands on the next line is no value: `login:` and a block below it; but the content of a tag is
  if (backslashes > 0) return undefined;
  if (bytes[operatorEnd - 1] !== TAG_END && crossesLine(bytes, operatorEnd, i)) return undefined;
  return bareValue(bytes, skipScheme(bytes, i, to), to);
}

function crossesLine(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (bytes[i] === NEWLINE) return true;
  return false;
}

function skipSpace(bytes: Uint8Array, start: number, limit: number): number {
  let i = start;
  while (i < limit && (CLASS_OF[bytes[i]!]! & SPACE) !== 0) i += 1;
  return i;
}

/** `Bearer v` and the like: the scheme is no secret. */
function skipScheme(bytes: Uint8Array, start: number, to: number): number {
  const scheme = startingAt(SCHEMES, bytes, start, to);
  return scheme ? skipSpace(bytes, start + scheme.length, Math.min(to, start + scheme.length + 4)) : start;
}

/** Where the quote closes that was opened behind `backslashes` backslashes; -1 when it does not within the line. */
function closingQuote(
  bytes: Uint8Array,
  start: number,
  limit: number,
  quote: number,
  backslashes: number,
): number {
  let run = 0;
  for (let i = start; i < limit; i += 1) {
    const byte = bytes[i]!;
    if (byte === NEWLINE) return -1;
    if (byte === BACKSLASH) {
      run += 1;
      continue;
    }
    if (byte === quote && backslashes === 0 && run % 2 === 0) return i;
    if (byte === quote && backslashes > 0 && run <= backslashes) return i - run;
    run = 0;
  }
  return -1;
}

function bareValue(bytes: Uint8Array, valueStart: number, to: number): Value {
  const limit = Math.min(to, valueStart + MAX_VALUE);
  let valueEnd = valueStart;
  while (valueEnd < limit && BARE_END[bytes[valueEnd]!] === 0) valueEnd += 1;
  // one mark ends a sentence; more of them say that the value was cut
  const isCut = TRAILING[bytes[valueEnd - 2]!] === 1;
  if (valueEnd > valueStart && TRAILING[bytes[valueEnd - 1]!] === 1 && !isCut) valueEnd -= 1;
  return { valueStart, valueEnd, isQuoted: false };
}

function code(text: string): number {
  return text.charCodeAt(0);
}
