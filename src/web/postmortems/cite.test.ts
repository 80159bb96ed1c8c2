import { expect, test } from 'vitest';
import { parsePlace } from './cite.ts';

test('a place is a file and a line, whatever colons the file’s name holds', () => {
  expect(parsePlace(' logs/app.log.gz:173 ')).toEqual({ path: 'logs/app.log.gz', line: 173 });
  expect(parsePlace('C:/logs/a:b.log:0')).toEqual({ path: 'C:/logs/a:b.log', line: 0 });
});

test('what names no line of a file is no place', () => {
  for (const text of ['', 'e3', 'app.log', 'app.log:', 'app.log:x', ':12'])
    expect(parsePlace(text)).toBeNull();
});
