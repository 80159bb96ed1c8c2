import { randomUUIDv7 } from 'node:crypto';
import type { TestPerson, TestServer } from '../harness/server.ts';

/** Words of which each incident has one that no other has: none is a slip away from another. */
const CODES = 'zebrafish quicksand lighthouse marmalade snowplough typewriter'.split(' ');
/** Words that titles share. */
export const SHARED = ['payment', 'cluster', 'broker'] as const;

/** An incident with a postmortem and an action of it, and all that decides who sees them. */
export interface Guarded {
  id: string;
  postmortemId: string;
  actionId: string;
  /** All three titles are of these words: one that others have too, and two that no other has. */
  shared: string;
  code: string;
  /** The next incident's code without its first letter. */
  slip: string;
  isRestricted: boolean;
  /** Ids of people and teams, with the entry of the list that lets them in. */
  grants: Map<string, string>;
  teamIds: string[];
  commanderId: string | null;
  isPostmortemRestricted: boolean;
  /** Ids of people and teams. */
  viewers: string[];
}

export const titleOf = ({ shared, code, slip }: Pick<Guarded, 'shared' | 'code' | 'slip'>): string =>
  `${shared} ${code} ${slip}`;

export interface GuardedArchive {
  /** The first one is an administrator and does everything; the others are viewers. */
  people: TestPerson[];
  teamIds: string[];
  /** By team: ids of its members. */
  members: Map<string, Set<string>>;
  incidents: Guarded[];
}

/** A few incidents that everyone may see to begin with, and a model of who may. */
export async function buildGuardedArchive(server: TestServer): Promise<GuardedArchive> {
  const people = [
    await server.as({ roles: ['responder', 'administrator', 'owner', 'security'], name: 'Root' }),
    ...(await Promise.all(['Ann', 'Ben', 'Cy'].map(name => server.as({ roles: ['viewer'], name })))),
  ];
  const at = server.clock.now().toISOString();
  const teamIds = [randomUUIDv7(), randomUUIDv7()];
  for (const [nth, id] of teamIds.entries())
    await server.db
      .insertInto('team')
      .values({ id, name: `Crew${nth}`, createdAt: at, updatedAt: at })
      .execute();
  const root = people[0]!.client;
  const incidents: Guarded[] = [];
  for (const [nth, code] of CODES.entries()) {
    const words = {
      shared: SHARED[nth % SHARED.length]!,
      code,
      slip: CODES[(nth + 1) % CODES.length]!.slice(1),
    };
    const title = titleOf(words);
    const { id } = await root.incidents.declare({ title, severity: 'sev2' });
    const { id: postmortemId } = await root.postmortems.open({ incidentId: id, title });
    const action = await root.actions.add({ incidentId: id, postmortemId, title, kind: 'prevent' });
    incidents.push({
      id,
      postmortemId,
      actionId: action.id,
      ...words,
      isRestricted: false,
      grants: new Map(),
      teamIds: [],
      commanderId: null,
      isPostmortemRestricted: false,
      viewers: [],
    });
  }
  return { people, teamIds, members: new Map(teamIds.map(id => [id, new Set<string>()])), incidents };
}

/** Ids of what a person sees of an incident: itself, its postmortem, its action. */
export function seenOf({ people, members }: GuardedArchive, person: TestPerson, of: Guarded): string[] {
  const isAmong = (ids: Iterable<string>): boolean =>
    [...ids].some(id => id === person.id || members.get(id)?.has(person.id));
  const all = [of.id, of.postmortemId, of.actionId];
  if (person === people[0]) return all;
  const participants = [...of.grants.keys(), ...of.teamIds, ...(of.commanderId ? [of.commanderId] : [])];
  if (of.isRestricted && !isAmong(participants)) return [];
  return of.isPostmortemRestricted && !isAmong(of.viewers) ? [of.id] : all;
}
