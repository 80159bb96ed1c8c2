import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import type { Facet } from '../../src/contract/search.ts';
import type { TestPerson, TestServer } from '../harness/server.ts';

/** A document as a reference model knows it. */
export interface Known {
  id: string;
  kind: 'incident' | 'postmortem' | 'action';
  /** Texts that are searched together: of an incident itself, and itself with each note. */
  parts: string[];
  values: Record<Facet, string[]>;
  /** Of those who are no administrators: who may see it; null: everyone. */
  seenBy: Set<string> | null;
}

/** An archive as it was built through the API, and what must be found in it. */
export interface RandomArchive {
  /** The first one is an administrator; one has nothing to do with anything, the others are in one team and in both. */
  people: TestPerson[];
  known: Known[];
  serviceIds: string[];
  teamIds: string[];
}

/** The words of all texts: none is another's beginning, none has another's stem. */
export const WORDS =
  'payment checkout latency database rollback certificate cluster queue zone broker kernel mobile'.split(' ');

/** The same data each time, and any kind of them. */
const drawn = <T>(arbitrary: fc.Arbitrary<T>, seed: number): T =>
  fc.sample(arbitrary, { seed, numRuns: 1 })[0]!;
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 5 })
  .map(words => words.join(' '));

const incidentDraw = fc.record({
  title: sentence,
  summary: sentence,
  notes: fc.array(sentence, { maxLength: 2 }),
  severity: fc.constantFrom('sev1', 'sev2', 'sev3'),
  layer: fc.constantFrom('L1', 'L2', null),
  services: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  team: fc.option(fc.nat(1), { nil: null }),
  commander: fc.option(fc.nat(3), { nil: null }),
  isRestricted: fc.boolean(),
  hoursLater: fc.integer({ min: 1, max: 2_000 }),
  isOpened: fc.boolean(),
  isPostmortemRestricted: fc.boolean(),
  actions: fc.array(fc.record({ title: sentence, owner: fc.option(fc.nat(3), { nil: null }) }), {
    maxLength: 2,
  }),
});

type Draw = typeof incidentDraw extends fc.Arbitrary<infer T> ? T : never;

/** Builds an archive of so many incidents; always the same one. */
export async function buildRandomArchive(server: TestServer, incidents: number): Promise<RandomArchive> {
  const at = server.clock.now().toISOString();
  const teamIds = [randomUUIDv7(), randomUUIDv7()];
  for (const [nth, id] of teamIds.entries())
    await server.db
      .insertInto('team')
      .values({ id, name: `Crew${nth}`, createdAt: at, updatedAt: at })
      .execute();
  const people = [
    await server.as({ roles: ['responder', 'administrator', 'owner'], name: 'Root' }),
    await server.as({ roles: ['responder'], name: 'Loner' }),
    await server.as({ roles: ['viewer'], name: 'Member', teamIds: [teamIds[0]!] }),
    await server.as({ roles: ['viewer'], name: 'Both', teamIds }),
  ];
  const archive: RandomArchive = { people, known: [], serviceIds: [], teamIds };
  for (let nth = 0; nth < 3; nth++)
    archive.serviceIds.push((await people[0]!.client.services.add({ name: `unit${nth}`, tier: 1 })).id);
  for (let seed = 0; seed < incidents; seed++) await build(server, archive, drawn(incidentDraw, seed));
  return archive;
}

async function build(
  { clock }: TestServer,
  { people, known, serviceIds, teamIds }: RandomArchive,
  draw: Draw,
): Promise<void> {
  const root = people[0]!.client;
  clock.forward(draw.hoursLater * 3_600_000);
  const owner = (nth: number | null) => (nth === null ? null : people[nth]!);
  const { id } = await root.incidents.declare({
    title: draw.title,
    summary: draw.summary,
    severity: draw.severity as 'sev1',
    layer: draw.layer,
    serviceIds: draw.services.map(nth => serviceIds[nth]!),
    teams: draw.team === null ? [] : [{ teamId: teamIds[draw.team]!, part: 'owner' }],
  });
  const commander = owner(draw.commander);
  if (commander) await root.incidents.assignRole({ id, role: 'commander', personId: commander.id });
  for (const body of draw.notes) await root.notes.add({ incidentId: id, body });
  const at = clock.now().getTime();
  const members = people.filter(
    (_, nth) => draw.team !== null && (nth === 3 || (nth === 2 && draw.team === 0)),
  );
  const insiders = new Set([...members, ...(commander ? [commander] : [])].map(person => person.id));
  const seenBy = draw.isRestricted ? insiders : null;
  const shared = {
    severity: [draw.severity],
    serviceId: draw.services.map(nth => serviceIds[nth]!),
    teamId: draw.team === null ? [] : [teamIds[draw.team]!],
    layer: draw.layer === null ? [] : [draw.layer],
    causeClass: [],
    useCase: [],
    year: [String(new Date(at).getUTCFullYear())],
  };
  const own = `${draw.title} ${draw.summary}`;
  const add = (
    more: Pick<Known, 'id' | 'kind' | 'parts' | 'seenBy'>,
    state: string,
    ownerId: string | undefined,
  ) =>
    known.push({
      ...more,
      values: { ...shared, kind: [more.kind], state: [state], ownerId: ownerId ? [ownerId] : [] },
    });
  add(
    {
      id,
      kind: 'incident',
      parts: [own, ...draw.notes.map(note => `${own} ${note}`)],
      seenBy,
    },
    'declared',
    commander?.id,
  );
  let hidden = seenBy;
  let postmortemId: string | null = null;
  if (draw.isOpened) {
    const postmortem = await root.postmortems.open({ incidentId: id, title: `Review ${draw.title}` });
    postmortemId = postmortem.id;
    if (draw.isPostmortemRestricted) hidden = new Set();
    const [section] = postmortem.sections;
    await root.postmortems.editSection({
      postmortemId: postmortem.id,
      id: section!.id,
      markdown: draw.summary,
    });
    add(
      {
        id: postmortem.id,
        kind: 'postmortem',
        parts: [`Review ${own}`],
        seenBy: hidden,
      },
      'draft',
      postmortem.owner?.id,
    );
  }
  for (const { title, owner: nth } of draw.actions) {
    const ownerId = owner(nth)?.id ?? null;
    const action = await root.actions.add({ incidentId: id, postmortemId, title, kind: 'prevent', ownerId });
    add({ id: action.id, kind: 'action', parts: [title], seenBy: hidden }, 'open', ownerId ?? undefined);
  }
  if (postmortemId && draw.isPostmortemRestricted)
    await root.postmortems.restrict({ id: postmortemId, isRestricted: true, reason: 'random' });
  if (draw.isRestricted) await root.incidents.restrict({ id, reason: 'random' });
}
