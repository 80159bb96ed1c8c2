import { expect, test } from 'vitest';
import type { Incident } from '../incident.ts';
import { BLANK_BULK, foresee, toChanges } from './bulkEdit.ts';

const api = { id: 'api', name: 'Api' };
const web = { id: 'web', name: 'Web' };
const incident = {
  severity: 'sev3',
  state: 'restored',
  canGo: ['close', 'reopen'],
  layer: 'L3',
  causeClass: null,
  useCase: null,
  services: [api],
  teams: [{ id: 'core', name: 'Core', part: 'owner' }],
} as unknown as Incident;

test('a form that was not filled in changes nothing and sends nothing', () => {
  expect(toChanges(BLANK_BULK)).toEqual({});
  expect(foresee(incident, BLANK_BULK)).toEqual({ differences: [], refused: undefined });
});

test('foresees each field that will differ, and none that is so already', () => {
  const values = {
    ...BLANK_BULK,
    severity: 'sev3',
    layer: '',
    add: [web, api],
    owner: 'set',
    team: { id: 'shop', name: 'Shop' },
    transition: 'close',
  };
  expect(foresee(incident, values).differences).toEqual([
    { field: 'layer', before: 'L3', after: null },
    { field: 'services', before: null, after: '+ Web' },
    { field: 'state', before: 'restored', after: 'closed' },
    { field: 'owner', before: 'Core', after: 'Shop' },
  ]);
  expect(toChanges(values)).toEqual({
    severity: 'sev3',
    layer: null,
    ownerTeamId: 'shop',
    addServiceIds: ['web', 'api'],
    move: { transition: 'close', reason: '' },
  });
});

test('foresees what the state does not allow', () => {
  expect(
    foresee({ ...incident, canGo: ['acknowledge'] }, { ...BLANK_BULK, transition: 'close' }).refused,
  ).toBe('close');
});

test('waits until another team is named', () => {
  const values = { ...BLANK_BULK, owner: 'set' };
  expect(toChanges(values)).toEqual({});
  expect(foresee(incident, values).differences).toEqual([]);
});
