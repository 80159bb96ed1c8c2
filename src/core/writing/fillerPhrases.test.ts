import { describe, expect, test } from 'vitest';
import { FILLER_RULES } from './fillerPhrases.ts';
import { isFiller } from './isFiller.ts';
import { meaningOf } from './meaningOf.ts';

describe.each(FILLER_RULES)('$id', ({ pattern, hits, misses }) => {
  test.each(hits)('takes “%s” for filler', text => {
    expect(pattern.test(text)).toBe(true);
    expect(meaningOf(text).words.size).toBe(0);
  });
  test.each(misses)('leaves “%s”', text => {
    expect(FILLER_RULES.filter(rule => rule.pattern.test(text)).map(({ id }) => id)).toEqual([]);
  });
});

test.each([
  '',
  ' \n\t',
  '-',
  '…',
  '# Impact',
  'TBD',
  'Ｔ\u200bＢＤ',
  '**T.B.D.**',
  '| owner | due |\n| --- | --- |\n| n/a | – |',
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit.',
  'asdf asdf asdfgh',
  'aaaa bbbb cccc',
  '[Describe the impact]',
  '{{summary}}',
  '<!-- what happened -->',
  '- [ ] ',
  'https://example.com/doc',
  'N/A\nN/A\nN/A',
  'YYYY-MM-DD HH:MM',
  'Owner: test test test',
])('%j says nothing', text => {
  expect(isFiller(text)).toBe(true);
});

test.each([
  'Duplicate',
  'It broke again',
  'Vendor confirmed it.',
  'Same cause as last week, covered by that postmortem.',
  'Fehlalarm nach Wartung',
  '数据库在十点切换失败',
])('%j says something', text => {
  expect(isFiller(text)).toBe(false);
});
