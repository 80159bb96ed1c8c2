import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  buildRandomArchive,
  type Known,
  type RandomArchive,
  WORDS,
} from '../../../test/builders/randomArchive.ts';
import { startTestServer, type TestServer } from '../../../test/harness/server.ts';
import { FACETS, type Facet } from '../../contract/search.ts';

let server: TestServer;
let archive: RandomArchive;

beforeAll(async () => {
  server = await startTestServer();
  archive = await buildRandomArchive(server, 24);
});
afterAll(() => server.close());

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
    serviceId: some(() => archive.serviceIds),
    teamId: some(() => archive.teamIds),
    ownerId: some(() => archive.people.map(({ id }) => id)),
  }),
});

const passes = ({ values }: Known, filter: Question['filter'], except?: Facet): boolean =>
  FACETS.every(
    facet =>
      facet === except || !filter[facet] || values[facet].some(value => filter[facet]!.includes(value)),
  );

/** What an exhaustive look at everything gives. */
function answerNaively({ words, who, filter }: Question) {
  const found = archive.known.filter(
    ({ seenBy, parts }) =>
      (who === 0 || seenBy === null || seenBy.has(archive.people[who]!.id)) &&
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
    const page = await archive.people[who]!.client.search.find({
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
        [word, typo].map(text => archive.people[0]!.client.search.find({ text, limit: 100, sort: 'newest' })),
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
        const { items } = await archive.people[0]!.client.search.find({ text: words.join(' ') });
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
