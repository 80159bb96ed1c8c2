import { expect } from 'vitest';
import { ADMINISTRATORS, type Deed, unless, when } from '../attempt.ts';
import { type Organisation, type Person, ROLES } from '../organisation.ts';

const isLastAdministrator = ({ people }: Organisation, person: Person): boolean =>
  people.every(each => (each === person) === (each.roles.includes('administrator') && !each.isDisabled));

export const editPerson: Deed = (organisation, actor, draw) => {
  const person = draw.of(organisation.people);
  if (!person) return undefined;
  const more = draw.some(ROLES).slice(0, 2);
  const roles = [...new Set([draw.of(ROLES)!, ...more])];
  const { ifMatch, isStale } = draw.basis(person.version);
  const isLast = !roles.includes('administrator') && isLastAdministrator(organisation, person);
  return {
    operation: 'people.edit',
    may: ADMINISTRATORS,
    ifMatch,
    isExclusive: true,
    isOfActor: person === actor,
    send: ({ people }, options) => people.edit({ id: person.id, roles }, { context: options }),
    outcome: unless([when(isStale, 'conflict'), when(isLast, 'conflict')], ({ version }) => {
      Object.assign(person, { roles, version: person.version + 1 });
      expect(version).toBe(person.version);
    }),
  };
};

export const disableOrEnable: Deed = (organisation, actor, draw) => {
  const person = draw.of(organisation.people);
  if (!person) return undefined;
  const isDisabled = draw.once(3);
  const { ifMatch, isStale } = draw.basis(person.version);
  const input = { id: person.id };
  const isLast = isDisabled && isLastAdministrator(organisation, person);
  return {
    operation: isDisabled ? 'people.disable' : 'people.enable',
    may: ADMINISTRATORS,
    ifMatch,
    isExclusive: true,
    isOfActor: person === actor,
    send: ({ people }, options) =>
      isDisabled ? people.disable(input, { context: options }) : people.enable(input, { context: options }),
    outcome: unless([when(isStale, 'conflict'), when(isLast, 'conflict')], () => {
      Object.assign(person, { isDisabled, version: person.version + 1 });
    }),
  };
};
