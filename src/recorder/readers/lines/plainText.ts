import type { ReadRecord } from '../../../core/record.ts';
import type { LineReader, ReadContext } from '../reader.ts';
import { findInstant } from '../time/findInstant.ts';
import { beginsCrash } from './beginsCrash.ts';
import { levelWord } from './levelWord.ts';
import { logRecord } from './logRecord.ts';
import { takeTraceIds } from './traceIds.ts';

/** How far into a line a word in capitals is taken for its level. */
const LEVEL_REACH = 64;
const LEVEL = /(?:^|[\s[(<|])([A-Z]{3,11})(?=[\s\])>|:,]|$)/g;

/** The last resort: any line at all, with whatever time, level and trace can be found in it. The body is the whole line. */
export const PLAIN_TEXT: LineReader = {
  shape: 'lines',
  name: 'text',
  version: 1,
  recognise: () => 0.01,
  read: readPlainText,
};

function readPlainText(line: string, context: ReadContext): ReadRecord {
  const found = findInstant(line, context.time);
  const record = logRecord(found, found === undefined ? '' : line.slice(found.start, found.end), line);
  for (const [, word] of line.slice(0, LEVEL_REACH).matchAll(LEVEL)) {
    const level = levelWord(word!);
    if (level === '') continue;
    record.level = level;
    break;
  }
  if (beginsCrash(line)) record.level = 'fatal';
  takeTraceIds(record, line);
  return record;
}
