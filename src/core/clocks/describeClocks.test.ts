import { describe, expect, it } from 'vitest';
import { describeClocks } from './describeClocks.ts';
import { offsetText } from './offsetText.ts';

const from = Date.UTC(2024, 2, 1, 10) * 1000;
const to = from + 3_600_000_000;

describe('describeClocks', () => {
  it('prints a line a segment, aligned, and the contradictions beneath', () => {
    const text = describeClocks({
      reference: 'node-1',
      clocks: [
        {
          clock: 'node-1',
          records: 900,
          pairs: 40,
          state: 'reference',
          segments: [],
          note: 'the others are compared with it',
        },
        {
          clock: 'node-2',
          records: 12,
          pairs: 40,
          state: 'corrected',
          segments: [
            { from, to: from + 60e6, offsetUs: -3_412_345, driftPpm: 12.5, uncertaintyUs: 1312 },
            { from: from + 60e6, to, offsetUs: 250, driftPpm: 12.5, uncertaintyUs: 90 },
          ],
          note: '',
        },
        { clock: 'laptop', records: 3, pairs: 0, state: 'unknown', segments: [], note: 'no paired events' },
      ],
      contradictions: [{ clocks: ['node-1', 'node-2'], text: '2 of 40 exchanges cannot hold', cites: [] }],
    });
    expect(text).toBe(
      [
        'Reference: node-1',
        '',
        'clock   state      from (UTC)                correction       drift         ±  records  pairs  note',
        'node-1  reference                                                                  900     40  the others are compared with it',
        'node-2  corrected  2024-03-01 10:00:00.000  −3.412345 s  +12.50 ppm  1.312 ms       12     40',
        '                   2024-03-01 10:01:00.000      +250 µs  +12.50 ppm     90 µs',
        'laptop  unknown                                                                      3      0  no paired events',
        '',
        'Contradictions:',
        '- 2 of 40 exchanges cannot hold',
        '',
      ].join('\n'),
    );
  });

  it('says so when nothing could be compared', () => {
    expect(describeClocks({ reference: '', clocks: [], contradictions: [] })).toMatch(
      /^No clock could be compared/,
    );
  });
});

describe('offsetText', () => {
  it('keeps the microsecond in every unit', () => {
    expect([0, -40, 999, 12_345, -3_412_345].map(offsetText)).toEqual([
      '+0 µs',
      '−40 µs',
      '+999 µs',
      '+12.345 ms',
      '−3.412345 s',
    ]);
  });
});
