import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  buildGuardedArchive,
  type Guarded,
  type GuardedArchive,
  SHARED,
  seenOf,
  titleOf,
} from '../../../test/builders/guardedArchive.ts';
import { injectInto } from '../../../test/harness/injectInto.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/harness/postgres.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { type Client, createClient } from '../../client/createClient.ts';
import { contract } from '../../contract/index.ts';

const STEPS = 40;
const REASON = 'drawn';

let database: TestDatabase;
/** Each keeps columns and what people see of its own, as two processes do. */
let servers: TestServer[];
let archive: GuardedArchive;

beforeAll(async () => {
  database = await createTestDatabase();
  const first = await startTestServer({ database });
  servers = [first, await startTestServer({ database, clock: first.clock })];
  archive = await buildGuardedArchive(first);
});
afterAll(async () => {
  await Promise.all(servers.map(server => server.close()));
  await database.drop();
});

const clientAt = (server: TestServer, person: TestPerson): Client =>
  createClient(contract, {
    server: 'http://afterword.test',
    fetch: injectInto(server.app, () => ({ 'x-test-person': person.id })),
  });

interface Drawn {
  root: Client;
  of: Guarded;
  person: TestPerson;
  teamId: string;
  either: boolean;
}

/** What is done to who may see something, and to the model. */
const DEEDS: Record<string, (drawn: Drawn) => Promise<unknown>> = {
  async restrict({ root, of }) {
    if (of.isRestricted) return;
    await root.incidents.restrict({ id: of.id, reason: REASON });
    of.isRestricted = true;
  },
  async restrictAndRename({ root, of, either }) {
    if (!of.isRestricted) await root.incidents.restrict({ id: of.id, reason: REASON });
    of.isRestricted = true;
    of.shared = SHARED[either ? 0 : 1];
    const title = titleOf(of);
    await root.incidents.edit({ id: of.id, title });
    await root.postmortems.edit({ id: of.postmortemId, title });
    await root.actions.edit({ id: of.actionId, title });
  },
  async unrestrict({ root, of }) {
    if (!of.isRestricted) return;
    await root.incidents.unrestrict({ id: of.id, reason: REASON });
    of.isRestricted = false;
  },
  async grant({ root, of, person, teamId, either }) {
    const granteeId = either ? person.id : teamId;
    if (!of.isRestricted || of.grants.has(granteeId)) return;
    const grantee = either ? { personId: person.id } : { teamId };
    const { viewers } = await root.incidents.grantAccess({ id: of.id, ...grantee, reason: REASON });
    const entry = viewers.find(
      ({ via, person: one, team }) => via === 'list' && (one ?? team)?.id === granteeId,
    );
    of.grants.set(granteeId, entry!.id!);
  },
  async revoke({ root, of }) {
    const [granted] = of.grants;
    if (!granted) return;
    await root.incidents.revokeAccess({ id: of.id, entryId: granted[1] });
    of.grants.delete(granted[0]);
  },
  async command({ root, of, person, either }) {
    const personId = either ? person.id : null;
    if (personId === of.commanderId) return;
    of.commanderId = personId;
    await root.incidents.assignRole({ id: of.id, role: 'commander', personId });
  },
  async setTeams({ root, of, teamId, either }) {
    of.teamIds = either ? [teamId] : [];
    await root.incidents.setTeams({
      id: of.id,
      teams: of.teamIds.map(id => ({ teamId: id, part: 'contributor' })),
    });
  },
  async join({ person, teamId }) {
    archive.members.get(teamId)!.add(person.id);
    await servers[0]!.pool.query(
      'insert into team_member (team_id, person_id) values ($1, $2) on conflict do nothing',
      [teamId, person.id],
    );
  },
  async leave({ person, teamId }) {
    archive.members.get(teamId)!.delete(person.id);
    await servers[0]!.pool.query('delete from team_member where team_id = $1 and person_id = $2', [
      teamId,
      person.id,
    ]);
  },
  async listViewers({ root, of, person, teamId, either }) {
    of.isPostmortemRestricted = true;
    of.viewers = [either ? person.id : teamId];
    const list = either ? { personIds: [person.id] } : { teamIds: [teamId] };
    await root.postmortems.restrict({ id: of.postmortemId, isRestricted: true, reason: REASON, ...list });
  },
  async showPostmortem({ root, of }) {
    of.isPostmortemRestricted = false;
    of.viewers = [];
    await root.postmortems.restrict({ id: of.postmortemId, isRestricted: false, reason: REASON });
  },
};

/** Everything that one person can ask, on one server, is what the model says. */
async function compare(server: TestServer, person: TestPerson, of: Guarded): Promise<void> {
  const { search, incidents } = clientAt(server, person);
  const seenWith = (shared?: string): string[] =>
    archive.incidents
      .filter(each => shared === undefined || each.shared === shared)
      .flatMap(each => seenOf(archive, person, each))
      .sort();
  for (const shared of [of.shared, undefined]) {
    const expected = seenWith(shared);
    const { items, total, facets } = await search.find({ text: shared ?? '', limit: 100 });
    expect(items.map(({ id }) => id).sort()).toEqual(expected);
    expect(total).toBe(expected.length);
    expect(facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
  }
  // A word that nothing has that they see is set right; what is hidden neither keeps it from that nor gives a word.
  const slip = of.code.slice(1);
  const holder = archive.incidents.find(each => each.slip === slip)!;
  for (const [word, written, other, meant] of [
    [of.code, of, slip, holder],
    [slip, holder, of.code, of],
  ] as const) {
    const [asWritten, asMeant] = [written, meant].map(each => seenOf(archive, person, each).sort());
    const isSetRight = asWritten!.length === 0 && asMeant!.length > 0;
    const { items, readAs } = await search.find({ text: word, limit: 100 });
    expect(readAs).toEqual(isSetRight ? [{ word, as: [other] }] : []);
    expect(items.map(({ id }) => id).sort()).toEqual(isSetRight ? asMeant : asWritten);
  }
  const { total } = await incidents.facets({});
  expect(total).toBe(archive.incidents.filter(each => seenOf(archive, person, each).length > 0).length);
}

test('what is hidden by one server is found and counted by no other, at once', async () => {
  const steps = fc.sample(
    fc.record({
      deed: fc.constantFrom(...Object.keys(DEEDS)),
      nth: fc.nat(5),
      who: fc.integer({ min: 1, max: 3 }),
      asks: fc.integer({ min: 0, max: 3 }),
      team: fc.nat(1),
      either: fc.boolean(),
      at: fc.nat(1),
    }),
    STEPS,
  );
  for (const [step, { deed, nth, who, asks, team, either, at }] of steps.entries()) {
    const { people, teamIds, incidents } = archive;
    const of = incidents[nth]!;
    const root = clientAt(servers[at]!, people[0]!);
    await DEEDS[deed]!({ root, of, person: people[who]!, teamId: teamIds[team]!, either });
    await compare(servers[1 - at]!, people[asks]!, of).catch(error => {
      throw new Error(`step ${step}, ${deed} of ${of.code}, asked by ${people[asks]!.name}`, {
        cause: error,
      });
    });
  }
});
