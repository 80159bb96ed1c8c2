import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${ROOT}/docs/reference/security.md`, 'utf8');

/** Of the standard: chapter, section, requirement. */
const NUMBER = /\bV(?:[1-9]|1[0-7])\.[1-9]\.(?:[1-9]|1[0-9])\b/g;
const FILE = /^(?:src|test|docs|deploy)\//;

const section = (title: string): string => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const decisions = section('Decisions');
const numbersOf = (text: string): string[] => text.match(NUMBER) ?? [];
const rows = section('Chapter by chapter')
  .split('\n')
  .filter(line => /^\| V/.test(line));

test('every file that the page on security names is there', () => {
  const files = Array.from(page.matchAll(/`([^`\s]+)`/g), ([, name]) => name!).filter(name =>
    FILE.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter(name => !existsSync(`${ROOT}/${name}`))).toEqual([]);
});

test('every number is one of the standard’s, and judged once', () => {
  const judged = [
    ...numbersOf(section('What is not met, and why')),
    ...numbersOf(section('What is not there')),
    ...rows.flatMap(row => numbersOf(row.split('|')[1]!)),
  ];
  expect(judged.length).toBeGreaterThan(200);
  expect(judged.filter((number, at) => judged.indexOf(number) !== at)).toEqual([]);
  expect(page.match(/\bV\d+\.[\d.]*\d/g)!.filter(text => !text.match(NUMBER)?.includes(text))).toEqual([]);
});

test('every row says what holds it: a file, or a decision of the page', () => {
  const named = (row: string): boolean =>
    /`(?:src|test|deploy)\//.test(row) ||
    Array.from(row.matchAll(/\*([^*]+)\*/g), ([, title]) => title!).some(
      title => title === 'Decisions' || decisions.includes(`**${title}**`),
    );
  expect(rows.filter(row => !named(row))).toEqual([]);
});
