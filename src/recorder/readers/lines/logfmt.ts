/**
 * Keys and values, as Go's and Heroku's programs write them.
 *
 *     time=2023-02-11T08:14:09.402Z level=warn msg="slow query" service=orders trace_id=4bf92f35 duration=5.003s
 */
import type { ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { isLetter, isWordCharacter, SPACE, skipBlanks } from '../time/digits.ts';
import { FieldPicks } from './fields/fieldPicks.ts';
import { childKey, ROOT } from './fields/keys.ts';
import { shareOfRecords } from './shareOfRecords.ts';

const EQUALS = 61;
const QUOTE = 34;
const FEWEST_PAIRS = 2;

const picks = new FieldPicks();

export const LOGFMT: LineReader = {
  shape: 'lines',
  name: 'logfmt',
  version: 1,
  recognise: sample => shareOfRecords(sample, readLogfmt),
  read: readLogfmt,
};

function readLogfmt(line: string, context: ReadContext): ReadRecord | undefined {
  if (!isLetter(line.charCodeAt(0)) && line.charCodeAt(0) !== 64) return undefined;
  picks.start();
  const loose: string[] = [];
  let pairs = 0;
  let at = 0;
  while (at < line.length) {
    const keyEnd = endOfKey(line, at);
    if (keyEnd === at || line.charCodeAt(keyEnd) !== EQUALS) {
      // The first word must be a pair; later ones may be a message that nobody quoted.
      if (pairs === 0) return undefined;
      const end = endOfWord(line, at);
      loose.push(line.slice(at, end));
      at = skipBlanks(line, end);
      continue;
    }
    const end = endOfValue(line, keyEnd + 1);
    const value = readValue(line, keyEnd + 1, end);
    if (value !== '') picks.offer(childKey(ROOT, line.slice(at, keyEnd)), value);
    pairs++;
    at = skipBlanks(line, end);
  }
  if (pairs < FEWEST_PAIRS || loose.length > pairs) return undefined;
  return picks.finish(context.time, loose.length > 0 ? loose.join(' ') : line);
}

function endOfKey(line: string, from: number): number {
  let at = from;
  for (let code = line.charCodeAt(at); isKeyCharacter(code); code = line.charCodeAt(++at));
  return at;
}

function isKeyCharacter(code: number): boolean {
  return isWordCharacter(code) || code === 46 || code === 45 || code === 64 || code === 47;
}

function endOfWord(line: string, from: number): number {
  const end = line.indexOf(' ', from);
  return end < 0 ? line.length : end;
}

function endOfValue(line: string, from: number): number {
  if (line.charCodeAt(from) !== QUOTE) return endOfWord(line, from);
  let end = line.indexOf('"', from + 1);
  while (end > 0 && line.charCodeAt(end - 1) === 92) end = line.indexOf('"', end + 1);
  if (end < 0 || (end + 1 < line.length && line.charCodeAt(end + 1) !== SPACE)) return endOfWord(line, from);
  return end + 1;
}

function readValue(line: string, from: number, end: number): string {
  if (line.charCodeAt(from) !== QUOTE || end - from < 2) return line.slice(from, end);
  const text = line.slice(from + 1, end - 1);
  return text.includes('\\') ? text.replace(/\\(.)/g, unescaped) : text;
}

function unescaped(_match: string, character: string): string {
  return character === 'n' ? '\n' : character === 't' ? '\t' : character;
}
