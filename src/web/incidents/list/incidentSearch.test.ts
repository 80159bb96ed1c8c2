import { expect, test } from 'vitest';
import { countFilters, readSearch, toFilter } from './incidentSearch.ts';

test('shows what is open unless something else is asked for', () => {
  expect(toFilter({})).toEqual({ isOpen: true });
  expect(toFilter({ show: 'closed' })).toEqual({ isOpen: false });
  expect(toFilter({ show: 'all' })).toEqual({});
  expect(toFilter({ state: ['closed'] })).toEqual({ state: ['closed'] });
});

test('reads one value of an older address as a list of one', () => {
  expect(readSearch({ severity: 'sev1', title: 'x', sort: 'gravest' })).toEqual({
    severity: ['sev1'],
    title: 'x',
    sort: 'gravest',
  });
});

test('counts each chosen value', () => {
  expect(countFilters({ severity: ['sev1', 'sev2'], mine: true, title: 'x' })).toBe(3);
});
