import { expect, test } from 'vitest';
import { toCsv } from './saveTable.ts';

test('cells are quoted where they must be, and no spreadsheet runs one', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['say "hi", you', 1.5],
        ['=cmd()', null],
      ],
    ),
  ).toBe('a,b\r\n"say ""hi"", you",1.5\r\n\'=cmd(),\r\n');
});
