import type { Attributes, ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { digit, SPACE, skipBlanks } from '../time/digits.ts';
import { findInstant } from '../time/findInstant.ts';
import { levelWord } from './levelWord.ts';
import { logRecord } from './logRecord.ts';
import { shareOfRecords } from './shareOfRecords.ts';
import { takeTraceIds } from './traceIds.ts';
import { wrapsMessage } from './wrapsMessage.ts';

/** Other readers know their lines better. */
const TRUST = 0.5;
/** Characters before the stamp: brackets and marks, no more. */
const LATEST_START = 3;
/** Words after the stamp among which a level is looked for. */
const WORDS_BEFORE_LEVEL = 4;
const LONGEST_WORD = 80;

/**
 * Any line that begins with a stamp: `2023-02-11 08:14:09 [17] (main) ERROR cannot connect`. A level in capitals or
 * brackets near the stamp is taken with what stands before it; the rest is the message.
 */
export const STAMPED: LineReader = {
  shape: 'lines',
  name: 'stamped',
  version: 1,
  recognise: sample => TRUST * shareOfRecords(sample, readStamped),
  read: readStamped,
  continues: wrapsMessage,
};

function readStamped(line: string, context: ReadContext): ReadRecord | undefined {
  const found = findInstant(line.length > 200 ? line.slice(0, 200) : line, context.time);
  if (found === undefined || found.start > LATEST_START) return undefined;
  const start = afterMarks(line, found.end);
  const record = logRecord(found, line.slice(found.start, found.end), '');
  record.body = line.slice(takeLevel(record, line, start));
  takeTraceIds(record, record.body);
  return record;
}

/** Skips the marks between parts of a line: brackets, dashes, bars, colons, blanks. */
function afterMarks(line: string, from: number): number {
  let at = from;
  while (at < line.length && ' \t]|,:;'.includes(line[at]!)) at++;
  return line.startsWith('- ', at) ? skipBlanks(line, at + 1) : at;
}

/** Takes the level, and what stands between stamp and level; gives where the message begins. */
function takeLevel(record: ReadRecord, line: string, start: number): number {
  const attributes: Attributes = {};
  let at = start;
  for (let count = 0; count < WORDS_BEFORE_LEVEL && at < line.length; count++) {
    const end = wordEnd(line, at);
    if (end - at > LONGEST_WORD) break;
    const raw = line.slice(at, end);
    const word = raw.replace(/^[[(<{]+|[\])>}:,|-]+$/g, '');
    const level = levelWord(word);
    if (level !== '') {
      record.level = level;
      if (count > 0) record.attributes = attributes;
      // `Error connecting to …` is a sentence, `ERROR`, `[error]` and `error:` are marks.
      return word === word.toUpperCase() || raw !== word ? afterMarks(line, end) : start;
    }
    if (word !== '') attributes[nameOf(raw, word)] = word;
    at = afterMarks(line, end);
  }
  return start;
}

function wordEnd(line: string, at: number): number {
  const close = '[({<'.indexOf(line[at]!);
  if (close >= 0) {
    const end = line.indexOf('])}>'[close]!, at) + 1;
    return end === 0 ? line.length : end;
  }
  let end = at;
  while (end < line.length && line.charCodeAt(end) > SPACE) end++;
  return end;
}

function nameOf(raw: string, word: string): string {
  if (digit(word, 0) >= 0 && /^\d+$/.test(word)) return 'pid';
  return raw === word ? 'component' : 'thread';
}
