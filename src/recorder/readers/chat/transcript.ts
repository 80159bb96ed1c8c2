import type { ReadRecord } from '../../../core/record.ts';
import { levelWord } from '../lines/levelWord.ts';
import { sourceOfPath } from '../names/sourceOfPath.ts';
import { type When, whenOf } from '../names/whenOf.ts';
import type { LineReader, ReadContext, TimeContext } from '../reader.ts';

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?`;
const DATE = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})`;
const WHEN = String.raw`(?<when>(?:${DATE}(?:,\s*|[ T]))?${CLOCK}(?:\s?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)`;
const NAME = String.raw`(?<name>[\p{L}@][\p{L}\p{N}._' -]{0,38}?)`;

/** Ways to write who said what when; the author's name never stands alone before a path or a number. */
const LINES: readonly RegExp[] = [
  new RegExp(String.raw`^\[${WHEN}\]\s*(?:<${NAME}>|${NAME.replace('name', 'name2')}:)\s+(?<text>.*)$`, 'u'),
  new RegExp(
    String.raw`^${WHEN}\s+(?:-\s+)?(?:<${NAME}>|@?${NAME.replace('name', 'name2')}:)\s+(?<text>.*)$`,
    'u',
  ),
];

/** Forms that only chat programs use: `<name>`, ` - Name:`, a time of day without seconds. */
const PEOPLES = /\d\S*(?: [AP]M)?\]?\s+(?:<[^>]+>|- \p{L})|^\[\d{1,2}:\d{2}\]/u;

/**
 * A chat as plain text, as people paste it. A time without a date means the day of the context's anchor.
 *
 * `[2023-01-30 12:03] alice: rolled back`, `12:03:11 <bob> checking`, `30/01/2023, 12:03 - Alice: rolled back`
 */
export const CHAT_TRANSCRIPT: LineReader = {
  shape: 'lines',
  name: 'chat-transcript',
  version: 1,
  recognise({ lines, path }) {
    const found = lines.filter(line => read(line, { path, time: { zone: 'UTC', anchor: 0 } }));
    const names = new Set(found.map(line => nameIn(line)));
    // People take turns; a program that writes `time name: text` is alone, or its names are of components.
    const isTalk = names.size >= 2 && found.length >= 3;
    const isPeoples = found.every(line => PEOPLES.test(line));
    return (found.length / lines.length) * (isTalk ? (isPeoples ? 1 : 0.9) : 0.5) || 0;
  },
  read,
  continues: line => line.trim() !== '',
};

const nameIn = (line: string) => read(line, { path: '', time: { zone: 'UTC', anchor: 0 } })?.name;

function read(line: string, context: ReadContext): ReadRecord | undefined {
  for (const pattern of LINES) {
    const groups = pattern.exec(line)?.groups;
    if (!groups) continue;
    const name = (groups.name ?? groups.name2 ?? '').trim();
    if (levelWord(name) !== '' || /[[\]()/=]/.test(name)) return undefined;
    return {
      ...said(groups.when ?? '', context.time),
      kind: 'message',
      source: sourceOfPath(context.path),
      name,
      body: groups.text ?? '',
    };
  }
  return undefined;
}

/** The time of a message; `12:03` is taken as a time of day although it could be other things elsewhere. */
function said(text: string, time: TimeContext): When {
  const when = whenOf(text, time);
  if (when.at !== undefined) return when;
  const full = whenOf(text.replace(/^(\d{1,2}:\d{2})(?!:)/, '$1:00'), time);
  return { ...full, atRaw: text, precision: full.at === undefined ? '' : 'min' };
}
