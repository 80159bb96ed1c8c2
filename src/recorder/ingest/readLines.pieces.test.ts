import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReadRecord } from '../../core/record.ts';
import { TEXT_READERS } from '../readers/text.ts';
import { LineSegment } from './readLines.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { emptyResult, type Segment } from './segment.ts';

/** The bodies of the records in a file with these lines, and how many lines were counted. */
function readFile(lines: string[], reader: string): { bodies: string[]; lines: number } {
  const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  try {
    const location = join(folder, 'x.log');
    writeFileSync(location, lines.map(line => `${line}\n`).join(''));
    const time = { zone: 'UTC', anchor: 0 };
    const segment: Segment = {
      id: 0,
      file: 0,
      path: 'x.log',
      location,
      start: 0,
      end: 1e9,
      readers: [],
      time,
    };
    const bodies: string[] = [];
    const keeper = { keep: (record: ReadRecord) => void bodies.push(record.body) } as unknown as RecordKeeper;
    const result = emptyResult(segment);
    const own = TEXT_READERS.filter(candidate => candidate.name === reader);
    new LineSegment(segment, own, () => [], keeper, result).read(() => undefined);
    return { bodies, lines: result.lines };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the pieces into which a runtime cut a line are one record again', () => {
  const stamp = '2023-02-11T08:14:09.402948481Z';
  const lines = [
    `${stamp} stdout P {"level":"info","m`,
    `${stamp} stdout P sg":"order `,
    `${stamp} stdout F accepted"}`,
    `${stamp} stdout F next`,
  ];
  expect(readFile(lines, 'cri')).toEqual({ bodies: ['order accepted', 'next'], lines: 4 });
});

test('pieces of two streams are not mixed, and a last piece is kept', () => {
  const stamp = '2023-02-11T08:14:09.402948481Z';
  const lines = [`${stamp} stdout P one`, `${stamp} stderr F two`, `${stamp} stdout P three`];
  expect(readFile(lines, 'cri')).toEqual({ bodies: ['one', 'two', 'three'], lines: 3 });
});

test('a line that Docker cut at 16 KiB is one record again', () => {
  const entry = (log: string): string =>
    JSON.stringify({ log, stream: 'stdout', time: '2023-02-11T08:14:09.402Z' });
  const long = 'x'.repeat(16_384);
  const lines = [entry(long), entry(long), entry('end\n'), entry('next\n'), entry('without a line feed')];
  expect(readFile(lines, 'docker-json')).toEqual({
    bodies: [`${long}${long}end`, 'next', 'without a line feed'],
    lines: 5,
  });
});
