import { describe, expect, test } from 'vitest';
import type { PlainFile } from '../inputs/input.ts';
import type { FileFacts } from './inspectFile.ts';
import { cutIntoSegments, planFiles } from './plan.ts';

const us = (iso: string): number => Date.parse(iso) * 1000;
const file = (path: string, modified: string, bytes = 10): PlainFile => ({
  path,
  location: path,
  bytes,
  notes: [],
  original: { path, location: path, bytes, modifiedMs: Date.parse(modified) },
});
const facts = (from: string, to: string, about: Partial<FileFacts> = {}): FileFacts => ({
  file: 0,
  shape: 'lines',
  readers: ['syslog'],
  why: '',
  from: us(from),
  to: us(to),
  zoned: true,
  lacks: 'nothing',
  ...about,
});

describe('the zone of a file', () => {
  const zoned = [file('a', '2026-06-02'), facts('2026-06-01T10:00Z', '2026-06-01T11:00Z')] as const;
  const local = [
    file('b', '2026-06-02'),
    facts('2026-06-01T12:05Z', '2026-06-01T12:55Z', { zoned: false }),
  ] as const;

  test('is the one in its stamps, else the one given, else the one that makes it overlap, else UTC, and each is said', () => {
    const [own, inferred] = planFiles([zoned[0], local[0]], [zoned[1], local[1]], {});
    expect(own).toMatchObject({ zoneBasis: 'written' });
    expect(inferred).toMatchObject({
      zoneBasis: 'inferred',
      time: { zone: '+02:00' },
      notes: [expect.stringContaining('+02:00')],
    });
    expect(planFiles([local[0]], [local[1]], { zone: 'Asia/Tokyo' })[0]).toMatchObject({
      zoneBasis: 'given',
      time: { zone: 'Asia/Tokyo' },
      notes: [],
    });
    expect(planFiles([local[0]], [local[1]], {})[0]).toMatchObject({
      zoneBasis: 'assumed',
      time: { zone: 'UTC' },
      notes: [expect.stringContaining('--tz')],
    });
  });

  test('is UTC without a remark about others when UTC fits as well', () => {
    const inside = facts('2026-06-01T10:05Z', '2026-06-01T10:55Z', { zoned: false });
    expect(planFiles([zoned[0], local[0]], [zoned[1], inside], {})[1]).toMatchObject({
      time: { zone: 'UTC' },
    });
  });
});

test('segments cover each file once, without gaps, and documents are not cut', () => {
  const big = 40 * 2 ** 20 + 7;
  const planned = planFiles(
    [file('big.log', '2026-01-01', big), file('doc.json', '2026-01-01', big), file('empty', '2026-01-01', 0)],
    [
      facts('2026-01-01', '2026-01-01'),
      facts('2026-01-01', '2026-01-01', { shape: 'document' }),
      facts('2026-01-01', '2026-01-01'),
    ],
    {},
  );
  const segments = cutIntoSegments(planned);
  const of = (index: number) =>
    segments.filter(segment => segment.file === index).map(({ start, end }) => [start, end]);
  expect(of(0).length).toBeGreaterThan(1);
  expect(of(0)[0]![0]).toBe(0);
  of(0).forEach(([start], i) => {
    if (i > 0) expect(start).toBe(of(0)[i - 1]![1]);
  });
  expect(of(0).at(-1)![1]).toBe(big);
  expect(of(1)).toEqual([[0, big]]);
  expect(of(2)).toEqual([]);
});
