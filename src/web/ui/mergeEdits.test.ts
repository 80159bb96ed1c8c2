import { expect, test } from 'vitest';
import { changedNames, mergeEdits } from './mergeEdits.ts';

const BASE = { title: 'Slow', severity: 'sev3', links: [{ key: 1, url: 'a' }] };

test('only what says something else is changed', () => {
  expect(changedNames(BASE, { ...BASE, links: [{ key: 7, url: 'a' }] })).toEqual([]);
  expect(changedNames(BASE, { ...BASE, severity: 'sev1', links: [] })).toEqual(['severity', 'links']);
});

test('two people who changed different fields lose nothing', () => {
  expect(mergeEdits(BASE, { ...BASE, title: 'Very slow' }, { ...BASE, severity: 'sev1' })).toEqual({
    ...BASE,
    title: 'Very slow',
    severity: 'sev1',
  });
});

test('where both changed the same field, mine stays', () => {
  expect(mergeEdits(BASE, { ...BASE, title: 'Mine' }, { ...BASE, title: 'Theirs' }).title).toBe('Mine');
});

test('what I put back to what it was is theirs', () => {
  expect(mergeEdits(BASE, { ...BASE }, { ...BASE, title: 'Theirs' }).title).toBe('Theirs');
});
