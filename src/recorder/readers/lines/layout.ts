/**
 * A layout describes a line as it looks: `{time} {level} [{thread~}] {component}: {body}`.
 *
 * - `{name}` takes characters other than blanks up to what follows it in the layout, at least one
 * - `{name~}` takes anything up to what follows, trimmed; may be empty
 * - `{name#}` takes digits
 * - a blank stands for one blank or more; everything else stands for itself
 * - `{time}`, `{epoch}` and `{level}` are understood; `{body}` stands at the end and takes the rest of the line
 */
import type { Level } from '../../../core/record.ts';
import type { TimeContext } from '../reader.ts';
import { digit, isLetter, SPACE, skipBlanks } from '../time/digits.ts';
import type { Instant } from '../time/instant.ts';
import { instantAt } from '../time/instantAt.ts';
import { instantFromNumber } from '../time/instantFromNumber.ts';
import { levelWord } from './levelWord.ts';

type Kind = 'literal' | 'blank' | 'time' | 'epoch' | 'level' | 'word' | 'text' | 'digits' | 'rest';

interface Step {
  kind: Kind;
  /** The literal, or the name of the field. */
  text: string;
  /** The text that ends a field: what follows it in the layout; `''` at the end. */
  until: string;
}

export interface Layout {
  steps: readonly Step[];
  levels: ReadonlyMap<string, Level> | undefined;
}

/** What a layout found in a line; the arrays run along its steps. One is reused: read it before the next match. */
export interface Match {
  instant: Instant | undefined;
  /** Where the stamp stands. */
  timeStart: number;
  timeEnd: number;
  level: Level;
  starts: number[];
  ends: number[];
}

const match: Match = { instant: undefined, timeStart: 0, timeEnd: 0, level: '', starts: [], ends: [] };

const KINDS: Record<string, Kind> = { time: 'time', epoch: 'epoch', level: 'level', body: 'rest' };
const MARKS: Record<string, Kind> = { '~': 'text', '#': 'digits' };

/** Makes a layout of its description. `levels`: the only words (or letters) that `{level}` may be, when not the usual. */
export function layoutOf(description: string, levels?: ReadonlyMap<string, Level>): Layout {
  const parts = description.match(/\{\w+[~#]?\}| +|[^{ ]+|\{/g) ?? [];
  const steps = parts.map((part, index): Step => {
    const field = /^\{(\w+)([~#]?)\}$/.exec(part);
    if (field === null) return { kind: part.startsWith(' ') ? 'blank' : 'literal', text: part, until: '' };
    const kind = MARKS[field[2]!] ?? KINDS[field[1]!] ?? 'word';
    const until = literalAfter(parts, index);
    // A word ends at its first blank at the latest.
    return { kind, text: field[1]!, until: kind === 'text' ? until : until.replace(/ .+/, ' ') };
  });
  return { steps, levels };
}

/** All that stands between a part and the next field, with single blanks. */
function literalAfter(parts: readonly string[], index: number): string {
  let until = '';
  for (const part of parts.slice(index + 1)) {
    if (/^\{\w+[~#]?\}$/.test(part)) break;
    until += part.startsWith(' ') ? ' ' : part;
  }
  return until;
}

/** Lays a layout over a line; undefined when it does not fit. */
export function matchLayout(layout: Layout, line: string, context: TimeContext): Match | undefined {
  const { steps } = layout;
  match.instant = undefined;
  match.level = '';
  let at = 0;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    const end = stepEnd(step, layout, line, at, context);
    if (end < 0) return undefined;
    match.starts[index] = at;
    match.ends[index] = end;
    at = end;
  }
  return at === line.length || skipBlanks(line, at) === line.length ? match : undefined;
}

function stepEnd(step: Step, layout: Layout, line: string, at: number, context: TimeContext): number {
  switch (step.kind) {
    case 'literal':
      return line.startsWith(step.text, at) ? at + step.text.length : -1;
    case 'blank': {
      const end = skipBlanks(line, at);
      return end > at ? end : -1;
    }
    case 'time':
      return timeEnd(line, at, context);
    case 'epoch':
      return epochEnd(line, at);
    case 'level':
      return levelEnd(step, layout, line, at);
    case 'word':
      return wordEnd(line, at, step.until);
    case 'text':
      return textEnd(line, at, step.until);
    case 'digits': {
      let end = at;
      while (digit(line, end) >= 0) end++;
      return end > at ? end : -1;
    }
    case 'rest':
      return line.length;
  }
}

/** The stamp that many layouts begin with, kept so that it is read once for a line however many are tried. */
const lead = {
  line: '',
  at: -1,
  context: undefined as TimeContext | undefined,
  found: undefined as ReturnType<typeof instantAt>,
};

function timeEnd(line: string, at: number, context: TimeContext): number {
  if (lead.line !== line || lead.at !== at || lead.context !== context) {
    lead.found = instantAt(line, at, context);
    lead.line = line;
    lead.at = at;
    lead.context = context;
  }
  const found = lead.found;
  if (found === undefined || !found.hasClock) return -1;
  match.timeStart = found.start;
  match.timeEnd = found.end;
  match.instant = match.instant === undefined ? found : refined(match.instant, found);
  return found.end;
}

/** An epoch in whole seconds, made finer by the local stamp that stands beside it. */
function refined(epoch: Instant, local: Instant): Instant {
  if (epoch.precision !== 's') return epoch;
  return { at: epoch.at + (local.at % 1e6), precision: local.precision, zoned: true };
}

function epochEnd(line: string, at: number): number {
  let end = at;
  while (digit(line, end) >= 0 || (line.charCodeAt(end) === 46 && end > at)) end++;
  if (end - at < 9) return -1;
  const instant = instantFromNumber(line.slice(at, end));
  if (instant === undefined) return -1;
  match.instant = instant;
  match.timeStart = at;
  match.timeEnd = end;
  return end;
}

function levelEnd(step: Step, layout: Layout, line: string, at: number): number {
  let end = at;
  while (isLetter(line.charCodeAt(end))) end++;
  if (digit(line, end) >= 0) end++;
  if (end === at) return -1;
  const word = line.slice(at, end);
  match.level = layout.levels === undefined ? levelWord(word) : (layout.levels.get(word) ?? '');
  if (match.level === '') return -1;
  if (step.until.charCodeAt(0) === SPACE) return end;
  while (line.charCodeAt(end) === SPACE) end++;
  return end;
}

function wordEnd(line: string, at: number, until: string): number {
  const stop = until === '' ? line.length : line.indexOf(until, at);
  if (stop <= at) return -1;
  if (until === ' ') return stop;
  const blank = line.indexOf(' ', at);
  return blank >= 0 && blank < stop ? -1 : stop;
}

function textEnd(line: string, at: number, until: string): number {
  return until === '' ? line.length : line.indexOf(until, at);
}
