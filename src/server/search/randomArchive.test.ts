import { randomUUIDv7 } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { FACETS, type Facet } from '../../contract/search.ts';

/** A document as a reference model knows it. */
interface Known {
  id: string;
  kind: 'incident' | 'postmortem' | 'action';
  title: string;
  /** Texts that are searched together: of an incident itself, and itself with each note. */
  parts: string[];
  incidentId: string;
  values: Record<Facet, string[]>;
  at: number;
  /** Of those who are no administrators: who may see it; null: everyone. */
  seenBy: Set<string> | null;
}

const WORDS =
  'payment checkout latency database rollback certificate cluster queue zone broker kernel mobile'.split(' ');
const INCIDENTS = 24;

let server: TestServer;
const people: TestPerson[] = [];
const known: Known[] = [];
const ids = { services: [] as string[], teams: [] as string[] };

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

beforeAll(async () => {
  server = await startTestServer();
  const at = server.clock.now().toISOString();
  for (let team = 0; team < 2; team++) {
    ids.teams.push(randomUUIDv7());
    await server.db
      .insertInto('team')
      .values({ id: ids.teams[team]!, name: `Crew${team}`, createdAt: at, updatedAt: at })
      .execute();
  }
  people.push(
    await server.as({ roles: ['responder', 'administrator', 'owner'], name: 'Root' }),
    await server.as({ roles: ['responder'], name: 'Loner' }),
    await server.as({ roles: ['viewer'], name: 'Member', teamIds: [ids.teams[0]!] }),
    await server.as({ roles: ['viewer'], name: 'Both', teamIds: ids.teams }),
  );
  const root = people[0]!.client;
  for (let each = 0; each < 3; each++)
    ids.services.push((await root.services.add({ name: `unit${each}`, tier: 1 })).id);
  for (let seed = 0; seed < INCIDENTS; seed++) await build(drawn(incidentDraw, seed));
});
afterAll(() => server.close());

async function build(draw: Draw): Promise<void> {
  const root = people[0]!.client;
  server.clock.forward(draw.hoursLater * 3_600_000);
  const owner = (nth: number | null) => (nth === null ? null : people[nth]!);
  const { id } = await root.incidents.declare({
    title: draw.title,
    summary: draw.summary,
    severity: draw.severity as 'sev1',
    layer: draw.layer,
    serviceIds: draw.services.map(nth => ids.services[nth]!),
    teams: draw.team === null ? [] : [{ teamId: ids.teams[draw.team]!, part: 'owner' }],
  });
  const commander = owner(draw.commander);
  if (commander) await root.incidents.assignRole({ id, role: 'commander', personId: commander.id });
  for (const body of draw.notes) await root.notes.add({ incidentId: id, body });
  const at = server.clock.now().getTime();
  const members = people.filter(
    (_, nth) => draw.team !== null && (nth === 3 || (nth === 2 && draw.team === 0)),
  );
  const insiders = new Set([...members, ...(commander ? [commander] : [])].map(person => person.id));
  const seenBy = draw.isRestricted ? insiders : null;
  const shared = {
    severity: [draw.severity],
    serviceId: draw.services.map(nth => ids.services[nth]!),
    teamId: draw.team === null ? [] : [ids.teams[draw.team]!],
    layer: draw.layer === null ? [] : [draw.layer],
    causeClass: [],
    useCase: [],
    year: [String(new Date(at).getUTCFullYear())],
  };
  const own = `${draw.title} ${draw.summary}`;
  const add = (
    more: Pick<Known, 'id' | 'kind' | 'title' | 'parts' | 'seenBy'>,
    state: string,
    ownerId: string | undefined,
  ) =>
    known.push({
      ...more,
      incidentId: id,
      at,
      values: { ...shared, kind: [more.kind], state: [state], ownerId: ownerId ? [ownerId] : [] },
    });
  add(
    {
      id,
      kind: 'incident',
      title: draw.title,
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
    if (draw.isPostmortemRestricted) {
      hidden = new Set();
    }
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
        title: postmortem.title,
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
    add(
      { id: action.id, kind: 'action', title, parts: [title], seenBy: hidden },
      'open',
      ownerId ?? undefined,
    );
  }
  if (postmortemId && draw.isPostmortemRestricted)
    await root.postmortems.restrict({ id: postmortemId, isRestricted: true, reason: 'random' });
  if (draw.isRestricted) await root.incidents.restrict({ id, reason: 'random' });
}

interface Question {
  words: string[];
  who: number;
  filter: { [F in Facet]?: string[] | undefined };
}

const some = (values: () => string[]) =>
  fc.constant(null).chain(() =>
    fc.option(fc.uniqueArray(fc.constantFrom(...values()), { minLength: 1, maxLength: 2 }), {
      nil: undefined,
      freq: 1,
    }),
  );

const question: fc.Arbitrary<Question> = fc.record({
  words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 2 }),
  who: fc.nat(3),
  filter: fc.record({
    kind: some(() => ['incident', 'postmortem', 'action']),
    severity: some(() => ['sev1', 'sev2', 'sev3']),
    layer: some(() => ['L1', 'L2']),
    serviceId: some(() => ids.services),
    teamId: some(() => ids.teams),
    ownerId: some(() => people.map(({ id }) => id)),
  }),
});

const passes = ({ values }: Known, filter: Question['filter'], except?: Facet): boolean =>
  FACETS.every(
    facet =>
      facet === except || !filter[facet] || values[facet].some(value => filter[facet]!.includes(value)),
  );

/** What an exhaustive look at everything gives. */
function answerNaively({ words, who, filter }: Question) {
  const found = known.filter(
    ({ seenBy, parts }) =>
      (who === 0 || seenBy === null || seenBy.has(people[who]!.id)) &&
      parts.some(part => words.every(word => part.split(' ').includes(word))),
  );
  const counts = Object.fromEntries(
    FACETS.map(facet => {
      const tally: Record<string, number> = {};
      for (const document of found)
        if (passes(document, filter, facet))
          for (const value of document.values[facet]) tally[value] = (tally[value] ?? 0) + 1;
      return [facet, tally];
    }),
  );
  return {
    ids: found
      .filter(document => passes(document, filter))
      .map(({ id }) => id)
      .sort(),
    counts,
  };
}

async function answer({ words, who, filter }: Question, sort: 'relevance' | 'newest') {
  const asked = Object.fromEntries(Object.entries(filter).filter(([, values]) => values));
  const found: string[] = [];
  let cursor: string | null | undefined;
  for (;;) {
    const page = await people[who]!.client.search.find({
      text: words.join(' '),
      ...asked,
      sort,
      limit: 40,
      ...(cursor && { cursor }),
    });
    found.push(...page.items.map(({ id }) => id));
    const counts = Object.fromEntries(
      FACETS.map(facet => [
        facet,
        Object.fromEntries(page.facets[facet].map(({ value, count }) => [value, count])),
      ]),
    );
    cursor = page.nextCursor;
    if (!cursor) return { ids: found.sort(), counts, total: page.total };
  }
}

test.each(['relevance', 'newest'] as const)(
  'hits and facets are those of a look at everything, for everyone (%s)',
  sort =>
    fc.assert(
      fc.asyncProperty(question, async asked => {
        const { total, ...answered } = await answer(asked, sort);
        const expected = answerNaively(asked);
        expect(answered).toEqual(expected);
        expect(total).toBe(expected.ids.length);
      }),
      { numRuns: 60 },
    ),
);

/** A text with one slip in a word: a letter lost, doubled, wrong, or two in the wrong order. */
const slip = (word: string, at: number, how: number): string =>
  [
    word.slice(0, at) + word.slice(at + 1),
    `${word.slice(0, at)}z${word.slice(at)}`,
    `${word.slice(0, at)}z${word.slice(at + 1)}`,
    word.slice(0, at) +
      word
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      word.slice(at + 2),
  ][how]!;

test('a word of a title with one slip finds what the word finds', () =>
  fc.assert(
    fc.asyncProperty(fc.constantFrom(...WORDS), fc.nat(), fc.nat(3), async (word, at, how) => {
      const typo = slip(word, at % word.length, how);
      const [meant, typed] = await Promise.all(
        [word, typo].map(text => people[0]!.client.search.find({ text, limit: 100, sort: 'newest' })),
      );
      const found = new Set(typed!.items.map(({ id }) => id));
      expect(meant!.items.filter(({ id }) => !found.has(id)).map(({ title }) => title)).toEqual([]);
    }),
    { numRuns: 60 },
  ));

test('marks lie on words that were asked for', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }),
      async words => {
        const { items } = await people[0]!.client.search.find({ text: words.join(' ') });
        for (const { snippets } of items) {
          expect(snippets.length).toBeGreaterThan(0);
          for (const { text, marks } of snippets)
            for (const [from, to] of marks) expect(words).toContain(text.slice(from, to));
        }
      },
    ),
    { numRuns: 20 },
  ));

test('the index is what it would be if it were made anew', async () => {
  const read = async () => {
    const documents = await server.pool.query(
      `select id, kind, incident_id, postmortem_id, is_guarded, at, state, severity, layer, cause_class, use_case, owner_id,
        service_ids, team_ids, title
      from search_document where not is_gone order by id`,
    );
    const texts = await server.pool.query(
      'select part_id, is_guarded, hash, words from search_text order by part_id',
    );
    const names = await server.pool.query('select id, kind, name, words from search_name order by id');
    const words = await server.pool.query('select distinct word from search_word order by word');
    return { documents: documents.rows, texts: texts.rows, names: names.rows, words: words.rows };
  };
  const kept = await read();
  await server.pool.query('select search_rebuild()');
  expect(await read()).toEqual(kept);
});
