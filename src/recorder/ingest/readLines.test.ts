import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReadRecord } from '../../core/record.ts';
import { TEXT_READERS } from '../readers/text.ts';
import { LineSegment } from './readLines.ts';
import type { RecordKeeper } from './recordKeeper.ts';
import { emptyResult, type Segment } from './segment.ts';

/** The bodies of the records in a file with these lines, and how many lines were counted; read in ranges of `step` bytes. */
function readFile(lines: string[], reader: string, step = 1e9): { bodies: string[]; lines: number } {
  const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  try {
    const location = join(folder, 'x.log');
    writeFileSync(location, lines.map(line => `${line}\n`).join(''));
    const bytes = statSync(location).size;
    const first = TEXT_READERS.filter(candidate => candidate.name === reader);
    const readers = [...first, ...TEXT_READERS.filter(candidate => candidate.name !== reader)];
    const read = { bodies: [] as string[], lines: 0 };
    for (let start = 0; start < bytes; start += step) {
      const segment: Segment = {
        id: 0,
        file: 0,
        path: 'x.log',
        location,
        start,
        end: Math.min(bytes, start + step),
        readers: [],
        time: { zone: 'UTC', anchor: 0 },
      };
      const keeper = {
        keep: ({ body }: ReadRecord) => void read.bodies.push(body),
      } as unknown as RecordKeeper;
      const result = emptyResult(segment);
      new LineSegment(segment, readers, () => [], keeper, result).read(() => undefined);
      read.lines += result.lines;
    }
    return read;
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

test('a cut line is read once wherever a range begins', () => {
  const stamp = '2023-02-11T08:14:09.402948481Z';
  const lines = [
    `${stamp} stdout F before`,
    `${stamp} stdout P one `,
    `${stamp} stdout P two `,
    `${stamp} stdout F three`,
    `${stamp} stderr P lone`,
    `${stamp} stdout F after`,
  ];
  const whole = readFile(lines, 'cri');
  expect(whole.bodies).toEqual(['before', 'one two three', 'lone', 'after']);
  const bytes = lines.join('\n').length + 1;
  for (let step = 1; step <= bytes; step++) expect(readFile(lines, 'cri', step)).toEqual(whole);
});

test('a line longer than a record may be is read once wherever a range begins', () => {
  const stamp = '2023-02-11T08:14:09.402948481Z';
  const piece = `${stamp} stdout P ${'x'.repeat(200_000)}`;
  const lines = [...Array.from({ length: 12 }, () => piece), `${stamp} stdout F end`];
  const whole = readFile(lines, 'cri');
  expect(whole.bodies.join('').length).toBe(12 * 200_000 + 3);
  for (const step of [150_000, 700_000, 1_300_000]) expect(readFile(lines, 'cri', step)).toEqual(whole);
});

test('a line of another format with a time of its own does not continue a message', () => {
  const java = '2023-02-11 08:14:09,402 [main] ERROR com.example.Orders - refused:';
  const other = '204811 node-118 unix.hw state_change.unavailable 1087804742 1 Component is unavailable';
  const { bodies } = readFile([java, 'by the upstream', other], 'java');
  expect(bodies).toEqual(['refused:\nby the upstream', 'Component is unavailable']);
});
