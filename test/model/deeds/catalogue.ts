import { expect } from 'vitest';
import { ADMINISTRATORS, type Deed, KEEPERS, unless, when } from '../attempt.ts';

const isTaken = (nouns: readonly { id: string; name: string }[], name: string): boolean =>
  nouns.some(noun => noun.name.toLowerCase() === name.toLowerCase());

export const addService: Deed = (organisation, _actor, draw) => {
  const { services, teams } = organisation;
  const name = (draw.once(8) && draw.of(services)?.name) || draw.line();
  const tier = 1 + draw.number(4);
  const ownerTeamId = (draw.once(2) && draw.of(teams)?.id) || null;
  const dependsOn = draw.some(services).map(({ id }) => id);
  return {
    operation: 'services.add',
    may: KEEPERS,
    send: (client, options) =>
      client.services.add({ name, tier, ownerTeamId, dependsOn }, { context: options }),
    outcome: unless([when(isTaken(services, name), 'conflict')], ({ id, version }) => {
      services.push({ id, version, name, tier, ownerTeamId, dependsOn });
    }),
  };
};

export const editService: Deed = (organisation, _actor, draw) => {
  const { services } = organisation;
  const service = draw.of(services);
  if (!service) return undefined;
  const others = services.filter(each => each !== service);
  const name = draw.once(4) ? (draw.of(others)?.name ?? service.name) : draw.line();
  const dependsOn = draw.some(draw.once(4) ? services : others).map(({ id }) => id);
  const { ifMatch, isStale } = draw.basis(service.version);
  return {
    operation: 'services.edit',
    may: KEEPERS,
    ifMatch,
    isExclusive: true,
    send: (client, options) =>
      client.services.edit({ id: service.id, name, dependsOn }, { context: options }),
    outcome: unless(
      [
        when(isStale, 'conflict'),
        when(isTaken(others, name), 'conflict'),
        when(dependsOn.includes(service.id), 'invalid'),
      ],
      ({ version }) => {
        Object.assign(service, { name, dependsOn, version: service.version + 1 });
        expect(version).toBe(service.version);
      },
    ),
  };
};

export const removeService: Deed = (organisation, _actor, draw) => {
  const { services, incidents } = organisation;
  const service = draw.of(services);
  if (!service) return undefined;
  const isNeeded =
    services.some(({ id, dependsOn }) => id !== service.id && dependsOn.includes(service.id)) ||
    incidents.some(({ serviceIds }) => serviceIds.includes(service.id));
  return {
    operation: 'services.remove',
    may: KEEPERS,
    send: (client, options) => client.services.remove({ id: service.id }, { context: options }),
    outcome: unless([when(isNeeded, 'conflict')], () => {
      services.splice(services.indexOf(service), 1);
    }),
  };
};

export const addTeam: Deed = (organisation, _actor, draw) => {
  const { teams } = organisation;
  const name = (draw.once(8) && draw.of(teams)?.name) || draw.line();
  return {
    operation: 'teams.add',
    may: ADMINISTRATORS,
    send: (client, options) => client.teams.add({ name }, { context: options }),
    outcome: unless([when(isTaken(teams, name), 'conflict')], ({ id, version }) => {
      teams.push({ id, version, name, memberIds: new Set() });
    }),
  };
};

export const changeMember: Deed = (organisation, _actor, draw) => {
  const team = draw.of(organisation.teams);
  const person = draw.of(organisation.people);
  if (!team || !person) return undefined;
  const isToJoin = !draw.once(3);
  const { ifMatch, isStale } = draw.basis(team.version);
  const input = { id: team.id, personId: person.id };
  return {
    operation: isToJoin ? 'teams.addMember' : 'teams.removeMember',
    may: ADMINISTRATORS,
    ifMatch,
    isExclusive: true,
    send: ({ teams }, options) =>
      isToJoin
        ? teams.addMember(input, { context: options })
        : teams.removeMember(input, { context: options }),
    outcome: unless(
      [when(isStale, 'conflict'), when(isToJoin && person.isDisabled, 'invalid')],
      ({ version }) => {
        if (isToJoin) team.memberIds.add(person.id);
        else team.memberIds.delete(person.id);
        expect(version).toBe(++team.version);
      },
    ),
  };
};
