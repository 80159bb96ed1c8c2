import { expect, test } from 'vitest';
import { sourceNames } from './sourceNames.ts';

const file = (path: string, from: number, to: number) => ({ path, from, to });
const names = (...files: ReturnType<typeof file>[]): string[] => [...sourceNames(files).values()];

test('rotations of a file are one source', () => {
  expect(
    names(
      file('a/app.log', 20, 30),
      file('a/app.log.1', 10, 20),
      file('a/app.log.2.gz', 0, 10),
      file('a/app.log-20230130', 0, 1),
    ),
  ).toEqual(Array(4).fill('a/app.log'));
});

test('files that differ in numbers only and follow one another are one source', () => {
  expect(
    names(
      file('l/12_06_log.csv', 0, 59),
      file('l/12_07_log.csv', 60, 119),
      file('l/12_08_log.csv', 118, 180),
    ),
  ).toEqual(Array(3).fill('l/#_#_log.csv'));
});

test('files that differ in numbers only but run side by side stay apart', () => {
  expect(names(file('pod-1.log', 0, 100), file('pod-2.log', 1, 99))).toEqual(['pod-1.log', 'pod-2.log']);
});

test('a number in a folder, or in a single file, says nothing', () => {
  expect(names(file('node1/app.log', 0, 1), file('node2/app.log', 2, 3), file('x7.log', 0, 1))).toEqual([
    'node1/app.log',
    'node2/app.log',
    'x7.log',
  ]);
});

test('names that are all rotation keep themselves', () => {
  expect(names(file('2023-01-30.gz', 0, 1), file('logs/.1', 0, 1))).toEqual(['2023-01-30', 'logs/.1']);
});
