import { expect, test } from 'vitest';
import { toScopes } from './scopes.ts';

test('broad presets do not name features, so that they hold for new ones, too', () => {
  const levels = { incidents: 'change' } as const;
  expect(toScopes({ preset: 'read', levels })).toEqual(['*:read']);
  expect(toScopes({ preset: 'all', levels })).toEqual(['*:*']);
});

test('features are named with what may be done to them, and left out where that is nothing', () => {
  const levels = { incidents: 'change', notes: 'read', people: 'none' } as const;
  expect(toScopes({ preset: 'some', levels })).toEqual(['incidents:change', 'notes:read']);
});
