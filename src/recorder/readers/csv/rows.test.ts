import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rows } from './rows.ts';

function cut(text: string, delimiter: string, size: number) {
  const rows: [string[], number][] = [];
  const scanner = new Rows(delimiter, (cells, line) => rows.push([[...cells], line]));
  for (let i = 0; i < text.length; i += size) scanner.push(text.slice(i, i + size));
  return { rows, open: scanner.end() };
}

test.each([
  [
    'a,b\nc,d\n',
    [
      [['a', 'b'], 1],
      [['c', 'd'], 2],
    ],
  ],
  [
    'a,b\r\n\r\nc,d',
    [
      [['a', 'b'], 1],
      [['c', 'd'], 3],
    ],
  ],
  [
    '"a,""x""","b\nc"\nd,e',
    [
      [['a,"x"', 'b\nc'], 1],
      [['d', 'e'], 3],
    ],
  ],
  ['a"b,"c"d\n', [[['a"b', 'cd'], 1]]],
  [',\n', [[['', ''], 1]]],
  ['"",""\n', [[['', ''], 1]]],
])('%j', (text, expected) => {
  for (const size of [1, 2, 3, 100]) expect(cut(text, ',', size).rows).toEqual(expected);
});

test('a quote that is never closed is handed back', () => {
  expect(cut('a,b\nc,"d\ne,f', ',', 3).open).toBe('c,"d\ne,f');
});

test('what was written is read, whatever the cells, the delimiter and the pieces', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '🎈', '"', ',', ';', '\t', '\n', '\r\n', ' ') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  const line = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      line,
      fc.integer({ min: 1, max: 9 }),
      (rows, delimiter, end, size) => {
        const text = rows.map(row => row.map(value => written(value, delimiter)).join(delimiter)).join(end);
        expect(cut(text, delimiter, size).rows.map(([cells]) => cells)).toEqual(rows);
      },
    ),
  );
});

/** The cell as RFC 4180 writes it. */
function written(value: string, delimiter: string): string {
  return /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}
