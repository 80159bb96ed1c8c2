import { describe, expect, test } from 'vitest';
import { CAUSES } from '../document/draft/causes.ts';
import { checkActionTitle } from './checkActionTitle.ts';
import { VAGUENESS_RULES } from './vaguenessRules.ts';

describe.each(VAGUENESS_RULES)('$id', ({ id, hits, misses, better }) => {
  test.each(hits)('objects to “%s”', title => {
    expect(checkActionTitle(title).map(({ code }) => code)).toContain(id);
  });
  test.each(misses)('accepts “%s”', title => {
    expect(checkActionTitle(title)).toEqual([]);
  });
  test('follows its own advice', () => {
    const example = /“(.+)”/.exec(better)![1]!;
    expect(checkActionTitle(example)).toEqual([]);
  });
});

test.each(['', 'TBD', '???', 'asdf asdf'])('says that “%s” says nothing yet', title => {
  expect(checkActionTitle(title).map(({ code }) => code)).toEqual(['filler']);
});

test('says that two words are too few', () => {
  expect(checkActionTitle('Flux alerts').map(({ code }) => code)).toEqual(['too-short']);
});

test('has nothing against the actions that drafts propose', () => {
  const titles = Object.values(CAUSES).flatMap(({ remedies }) =>
    remedies({ service: 'ts-order-service', at: 'ts-order-service-7f9c' }).map(({ title }) => title),
  );
  expect(titles.flatMap(title => checkActionTitle(title).map(({ code }) => `${code}: ${title}`))).toEqual([]);
});
