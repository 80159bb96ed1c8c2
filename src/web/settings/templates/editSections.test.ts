import { expect, test } from 'vitest';
import { blankSection, idFromTitle, moveSection } from './editSections.ts';

const sections = ['a', 'b', 'c'].map(title => ({ ...blankSection(), title }));
const titles = (all: readonly { title: string }[]): string => all.map(({ title }) => title).join('');
const key = (title: string): number => sections.find(section => section.title === title)!.key;

test('a section moves up and down by one place', () => {
  expect(titles(moveSection(sections, key('c'), -1))).toBe('acb');
  expect(titles(moveSection(sections, key('a'), 1))).toBe('bac');
});

test('the first cannot move up, the last cannot move down', () => {
  expect(titles(moveSection(sections, key('a'), -1))).toBe('abc');
  expect(titles(moveSection(sections, key('c'), 1))).toBe('abc');
});

test('an id follows from the title, in letters that addresses take', () => {
  expect(idFromTitle('What went well?')).toBe('what-went-well');
  expect(idFromTitle('  Übersicht – café ')).toBe('ubersicht-cafe');
  expect(idFromTitle('何が起きたか')).toBe('');
  expect(idFromTitle(`${'x'.repeat(59)} y`)).toBe('x'.repeat(59));
});
