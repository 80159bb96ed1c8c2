import { expect, test } from 'vitest';
import { isAcceptable } from '../remark.ts';
import { checkSupport, FINDING_KIND_IDS, FINDING_KINDS, SUPPORT_IDS, SUPPORTS } from './finding.ts';

const bare = { confidence: null, cites: 0, note: '' };

test('a finding that claims evidence names it, or is refused', () => {
  expect(isAcceptable(checkSupport({ ...bare, support: 'cited' }))).toBe(false);
  expect(checkSupport({ ...bare, support: 'cited', cites: 1 })).toEqual([]);
});

test('what is inferred, disputed or unknown without a word of support is kept and marked', () => {
  for (const support of ['inferred', 'disputed', 'unknown'] as const) {
    const remarks = checkSupport({ ...bare, support });
    expect(remarks).toHaveLength(1);
    expect(isAcceptable(remarks)).toBe(true);
  }
});

test('a note supports what is inferred or disputed; nothing makes the unknown supported', () => {
  expect(checkSupport({ ...bare, support: 'inferred', note: 'The pool was empty at 12:07.' })).toEqual([]);
  expect(checkSupport({ ...bare, support: 'disputed', note: 'Storage says it was the network.' })).toEqual(
    [],
  );
  expect(checkSupport({ ...bare, support: 'unknown', note: 'We think so.' })).toHaveLength(1);
});

test('every kind and support has its words', () => {
  expect(FINDING_KINDS.map(({ id }) => id)).toEqual(FINDING_KIND_IDS);
  expect(SUPPORTS.map(({ id }) => id)).toEqual(SUPPORT_IDS);
});
