import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyLine } from '../../../test/builders/redactionText.ts';
import { createPrefilter } from './prefilter.ts';
import { createRedactor } from './redactor.ts';
import { RULES } from './rules/index.ts';

const prefilter = createPrefilter(RULES);
const redactor = createRedactor({ tokenOf: () => 'aaaaaaaa' });
const encoder = new TextEncoder();

describe('the prefilter', () => {
  test('marks every line in which something is found, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), lines => {
        const bytes = encoder.encode(lines.join('\n'));
        const marked = markedLines(bytes);
        lines.forEach((line, index) => {
          if (redactor.replacements(line).length > 0) expect(marked, line).toContain(index);
        });
      }),
      { numRuns: 500 },
    );
  });

  test.each(RULES.map(rule => [rule.id, rule.hits] as const))(
    'marks the hits of %s at any offset',
    (_id, hits) => {
      for (const hit of hits) {
        for (const before of ['', 'a ', 'ab ', 'abc ']) {
          const bytes = encoder.encode(before + hit);
          if (redactor.replacements(before + hit).length > 0)
            expect(prefilter.marks(bytes, 0, bytes.length)).not.toEqual([]);
        }
      }
    },
  );

  test('marks a line once, in ascending order', () => {
    const bytes = encoder.encode(
      `nothing\npassword=Tr0ub4dor&3 token=9f8e7d6c5b4a3921\nnothing\npassword=Tr0ub4dor&4\n`,
    );
    expect(markedLines(bytes)).toEqual([1, 3]);
  });

  test('does not mark ordinary lines', () => {
    const lines = [
      '2024-05-01 10:00:00,123 INFO  [main] org.example.Server - started in 1234 ms',
      'May  1 10:00:00 host kernel: usb 1-1: link up, 1000 baud',
      'GET /v2/orders/17/items?page=2 200 12.4ms',
      'authentication failure; logname= uid=0 euid=0 tty=ssh ruser=',
    ];
    const bytes = encoder.encode(lines.join('\n'));
    expect(markedLines(bytes).filter(index => index !== 3)).toEqual([]);
  });
});

function markedLines(bytes: Uint8Array): number[] {
  return prefilter
    .marks(bytes, 0, bytes.length)
    .map(mark => bytes.subarray(0, mark).filter(byte => byte === 10).length);
}
