import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { whatIsMissing } from './missing.ts';
import type { PostmortemSection } from './postmortem.ts';

const section = (id: string, completeness: number, isRequired = true) =>
  ({ id, title: id, completeness, isRequired, reason: 'Nothing is written here yet.' }) as PostmortemSection;
const finding = (id: string, isSupported: boolean) =>
  ({ id, statement: id, isSupported, remarks: [{ text: 'Nothing supports it yet.' }] }) as Finding;

test('names required sections that say too little, and findings that rest on nothing', () => {
  const sections = [section('impact', 40), section('causes', 100), section('extra', 0, false)];
  const missing = whatIsMissing({ sections, completeness: 70 }, [finding('a', true), finding('b', false)]);
  expect(missing.map(({ id, place }) => [id, place])).toEqual([
    ['impact', 'section'],
    ['b', 'finding'],
  ]);
});

test('a section that was taken out is missed although no section is thin', () => {
  const missing = whatIsMissing({ sections: [section('causes', 100)], completeness: 80 }, []);
  expect(missing.map(({ place }) => place)).toEqual(['nowhere']);
});

test('nothing is missing from what is complete', () => {
  expect(whatIsMissing({ sections: [section('causes', 100)], completeness: 100 }, [])).toEqual([]);
});
