import { expect, test } from 'vitest';
import { groupViewers, type Viewer } from './viewer.ts';

const seeing = (via: Viewer['via'], more: Partial<Viewer>): Viewer => ({
  id: via === 'list' ? crypto.randomUUID() : null,
  via,
  person: null,
  team: null,
  reason: '',
  grantedBy: null,
  at: null,
  ...more,
});

test('names each person and team once, with all that lets them in', () => {
  const [bo, ada] = [
    { id: 'b', name: 'Bo' },
    { id: 'a', name: 'Ada' },
  ];
  const core = { id: 't', name: 'A team' };
  const groups = groupViewers([
    seeing('list', { team: core }),
    seeing('list', { person: bo }),
    seeing('role', { person: bo, reason: 'scribe' }),
    seeing('role', { person: ada, reason: 'commander' }),
    seeing('team', { team: core, reason: 'owner' }),
  ]);
  expect(groups.map(({ name, isTeam, grounds }) => [name, isTeam, grounds.map(({ via }) => via)])).toEqual([
    ['Ada', false, ['role']],
    ['Bo', false, ['list', 'role']],
    ['A team', true, ['list', 'team']],
  ]);
});
