import { expect, test } from 'vitest';
import { bytesText } from '../../ui/bytesText.ts';
import { literalOf } from '../logs/literalOf.ts';
import { microsText, signedMicrosText } from './microsText.ts';

test('lengths keep two or three digits whatever their size', () => {
  expect([0, 29, 1_159, 338_000, 1_630_000, 90_000_000].map(microsText)).toEqual([
    '0 µs',
    '29 µs',
    '1.2 ms',
    '338 ms',
    '1.6 s',
    '1.5 min',
  ]);
  expect([338, -1_200, 0].map(signedMicrosText)).toEqual(['+338 µs', '−1.2 ms', '0 µs']);
});

test('sizes go up in thousands', () => {
  expect([0, 999, 129_003, 1_840_029, 2e9].map(bytesText)).toEqual([
    '0 B',
    '999 B',
    '129 kB',
    '1.8 MB',
    '2.0 GB',
  ]);
});

test('a pattern is searched by its longest piece that does not vary', () => {
  expect(literalOf('GET /a/# took # ms')).toBe('GET /a/');
  expect(literalOf('# left the room #')).toBe('left the room');
  expect(literalOf('#')).toBe('');
});
