/**
 * How well and how fast logs are read.
 *
 *     node bench/readers.ts [FOLDER]    FOLDER holds <Set>/<Set>_2k.log and <Set>_2k.log_structured.csv, as loghub has them
 *
 * Accuracy: the share of lines whose instant is the one in the set's own columns: the epoch where there is one, else field
 * by field (month, day and time when the set has no year). Speed: lines a second on one core, text in, record out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LineReader, Sample } from '../src/recorder/readers/reader.ts';
import { recogniseText } from '../src/recorder/readers/recogniseText.ts';
import { TEXT_READERS } from '../src/recorder/readers/text.ts';
import { parseInstant } from '../src/recorder/readers/time/parseInstant.ts';
import { LAST_RESORTS } from '../src/recorder/readers/vague.ts';
import { parseCsv } from './csv.ts';
import { LOG_LINES } from './logLines.ts';

const CONTEXT = { path: '', time: { zone: 'UTC', anchor: Date.UTC(2026, 0, 1) * 1000 } };
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Whether an instant is the one that a set's columns say. */
function isRight(at: number | undefined, row: Record<string, string>): boolean {
  if (at === undefined) return false;
  const epoch = row.Timestamp ?? row.Time ?? '';
  if (/^\d{10}$/.test(epoch)) return Math.floor(at / 1e6) === Number(epoch);
  const iso = new Date(Math.floor(at / 1000)).toISOString().replace(/\D/g, '');
  return `${iso.slice(4, 17)}${String(at % 1000).padStart(3, '0')}`.startsWith(expected(row));
}

/** The digits of date and time, `MMddHHmmss` with what fraction there is, from a set's columns. */
function expected(row: Record<string, string>): string {
  const stamp = [row.Year, row.Month, row.Date, row.Day, row.Time].filter(Boolean).join(' ');
  const named = /([A-Z][a-z]{2}) +(\d+).*?(\d+:\d+:\d+)/.exec(stamp);
  if (named !== null) {
    const month = String(MONTHS.indexOf(named[1]!) / 3 + 1).padStart(2, '0');
    return month + named[2]!.padStart(2, '0') + named[3]!.replaceAll(':', '');
  }
  // Parts without their zeros: `20171223-22:1:2:11`.
  const padded = stamp.replace(
    /-(\d+):(\d+):(\d+):(\d+)$/,
    (_, hour, minute, second, ms) =>
      [hour, minute, second].map(part => part.padStart(2, '0')).join('') + ms.padStart(3, '0'),
  );
  const digits = padded.replace(/\D/g, '');
  if (/^\d{6} \d{6}$/.test(stamp) || /^\d\d\/\d\d\/\d\d /.test(stamp)) return digits.slice(2);
  return /^\d\d-\d\d /.test(stamp) || /^\d\d\.\d\d /.test(stamp) ? digits : digits.slice(4);
}

function sampleOf(path: string, text: string): Sample {
  const lines = text.split('\n').filter(Boolean).slice(0, 200);
  return { path, bytes: Buffer.from(text), text, lines, whole: true };
}

const BAR = 99.9;

/** Reads a set; whether its format is known and enough of its lines are at the right instant. */
function score(folder: string, set: string): boolean {
  const text = readFileSync(join(folder, set, `${set}_2k.log`), 'utf8');
  const rows = parseCsv(readFileSync(join(folder, set, `${set}_2k.log_structured.csv`), 'utf8'));
  const lines = text.split(/\r?\n/).filter(Boolean);
  const readers = recogniseText(sampleOf(set, text));
  const reader = readers[0]!;
  let right = 0;
  const wrong: string[] = [];
  lines.forEach((line, index) => {
    const record = [reader.read(line, CONTEXT) ?? readers.at(-1)!.read(line, CONTEXT)].flat()[0];
    if (isRight(record?.at, rows[index] ?? {})) right++;
    else if (wrong.length < 3) wrong.push(`    ${line.slice(0, 100)}\n      read as ${record?.at}\n`);
  });
  const share = (100 * right) / lines.length;
  const isMet = share >= BAR && !LAST_RESORTS.includes(reader);
  process.stdout.write(
    `  ${set.padEnd(12)} as ${reader.name.padEnd(18)} ${share.toFixed(2).padStart(6)} % at the right instant (bar ≥ ${BAR}) ${isMet ? 'met' : 'MISSED'}  ${speed(lines, reader)} k lines/s\n${wrong.join('')}`,
  );
  return isMet;
}

/** Thousands of lines a second of processor time, the best of some rounds. */
function speed(lines: string[], reader: LineReader): string {
  let best = 0;
  const turns = Math.ceil(20_000 / lines.length);
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage().user;
    for (let turn = 0; turn < turns; turn++) for (const line of lines) reader.read(line, CONTEXT);
    best = Math.max(best, (lines.length * turns) / (process.cpuUsage().user - start));
  }
  return (best * 1000).toFixed(0);
}

/** Millions of stamps a second, of the two forms that most lines have. */
function stampSpeeds(): void {
  const dates = Array.from({ length: 50_000 }, (_, i) => new Date(1.676e12 + i * 977_777));
  const forms = {
    'ISO 8601': dates.map(date => date.toISOString()),
    'syslog 3164': dates.map(date => LOG_LINES.syslog!(date, Math.random).slice(0, 15)),
  };
  for (const [name, stamps] of Object.entries(forms)) {
    let best = 0;
    for (let round = 0; round < 5; round++) {
      const start = process.cpuUsage().user;
      for (const stamp of stamps) parseInstant(stamp, CONTEXT.time);
      best = Math.max(best, stamps.length / (process.cpuUsage().user - start));
    }
    console.log(`  ${name.padEnd(14)} ${best.toFixed(1)} M stamps/s`);
  }
}

function speeds(): void {
  for (const [name, make] of Object.entries(LOG_LINES)) {
    const lines = Array.from({ length: 20_000 }, (_, i) => make(new Date(1.676e12 + i * 977), Math.random));
    const reader = TEXT_READERS.find(candidate => candidate.name === name)!;
    const bytes = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
    console.log(`  ${name.padEnd(14)} ${speed(lines, reader)} k lines/s of ${bytes.toFixed(0)} bytes`);
  }
}

stampSpeeds();
speeds();
const folder = process.argv[2];
const sets = (folder === undefined ? [] : readdirSync(folder)).filter(set =>
  existsSync(join(folder!, set, `${set}_2k.log`)),
);
const met = sets.filter(set => score(folder!, set)).length;
if (sets.length > 0) process.stdout.write(`  ${met} of ${sets.length} sets meet the bar\n`);
