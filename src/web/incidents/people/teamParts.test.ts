import { expect, test } from 'vitest';
import { type PartTaken, withPart, withTeam } from './teamParts.ts';

const team = (id: string, part: PartTaken['part']): PartTaken => ({ id, name: id, part });

test('one team owns: whoever did before contributes', () => {
  const teams = [team('core', 'owner'), team('web', 'contributor'), team('board', 'review')];
  expect(withPart(teams, 'web', 'owner').map(({ part }) => part)).toEqual(['contributor', 'owner', 'review']);
  expect(withPart(teams, 'core', 'review').map(({ part }) => part)).toEqual([
    'review',
    'contributor',
    'review',
  ]);
});

test('the first team owns, others contribute until somebody says otherwise', () => {
  const first = withTeam([], { id: 'core', name: 'Core' });
  expect(first).toEqual([{ id: 'core', name: 'Core', part: 'owner' }]);
  expect(withTeam(first, { id: 'web', name: 'Web' }).at(-1)?.part).toBe('contributor');
});
