import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { JsonElements } from './elements.ts';

const CASES: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../../test/corpus/jsontestsuite/cases.json', import.meta.url), 'utf8'),
);

/** How many values were accepted, and how many refused: by the scanner, or as elements by the parser. */
function judge(bytes: Buffer): { accepted: number; refused: number } {
  const verdict = { accepted: 0, refused: 0 };
  const scanner = new JsonElements([], {
    element({ text }) {
      try {
        JSON.parse(text);
        verdict.accepted++;
      } catch {
        verdict.refused++;
      }
    },
    broken: () => verdict.refused++,
  });
  for (let i = 0; i < bytes.length; i += 5) scanner.push(Uint8Array.from(bytes.subarray(i, i + 5)));
  scanner.end();
  return verdict;
}

test('valid JSON is accepted, invalid JSON refused, everything survived', () => {
  const wrong = Object.entries(CASES).filter(([name, text]) => {
    const { accepted, refused } = judge(Buffer.from(text, 'base64'));
    if (name.startsWith('y_')) return refused > 0;
    return name.startsWith('n_') && refused === 0 && accepted > 0;
  });
  expect(Object.keys(CASES).length).toBeGreaterThan(300);
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test('nesting without end is refused, not followed', () => {
  for (const open of ['[', '{"a":', '[{"":']) {
    expect(judge(Buffer.from(open.repeat(100_000))).refused).toBe(1);
  }
});
