import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLE_NAMES } from '../../../contract/roles.ts';
import { parseRoleMapping, rolesFromClaims } from './rolesFromClaims.ts';

const mapping = parseRoleMapping('groups', 'sre=responder, owner; cn=admins,dc=example=administrator');

test('roles are those of all groups, in order, and everyone is a viewer', () => {
  expect(rolesFromClaims({ groups: ['cn=admins,dc=example', 'sre', 'lunch'] }, mapping)).toEqual([
    'viewer',
    'responder',
    'owner',
    'administrator',
  ]);
  expect(rolesFromClaims({ groups: [] }, mapping)).toEqual(['viewer']);
});

test('a provider that says nothing of groups changes no roles', () => {
  expect(rolesFromClaims({}, mapping)).toBeUndefined();
  expect(rolesFromClaims({ groups: 'sre' }, mapping)).toBeUndefined();
});

test('whatever a provider sends gives roles that there are, or none', () => {
  fc.assert(
    fc.property(fc.anything(), groups => {
      const roles = rolesFromClaims({ groups }, mapping);
      expect(roles === undefined || roles.every(role => ROLE_NAMES.includes(role))).toBe(true);
    }),
  );
});

test('a group named like something that every object has gives nothing', () => {
  expect(rolesFromClaims({ groups: ['constructor', '__proto__', 'toString'] }, mapping)).toEqual(['viewer']);
});

describe('a mapping', () => {
  test.each(['sre', 'sre=', '=viewer', 'sre=boss', 'a=viewer;b'])('%j is refused', text => {
    expect(() => parseRoleMapping('groups', text)).toThrow(/is not group=role/);
  });
});
