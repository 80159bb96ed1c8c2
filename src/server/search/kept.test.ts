import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WORDS } from '../../../test/builders/randomArchive.ts';
import { startTestServer, type TestPerson, type TestServer } from '../../../test/harness/server.ts';
import { catchUp } from './catchUp.ts';
import { followColumns } from './followColumns.ts';
import { matching, matchingTitles } from './matching.ts';
import { findMatches } from './matchStore.ts';
import { rank } from './rank.ts';

const INCIDENTS = 6;
const AS_OF = '2030-01-01T00:00:00.000Z';
const QUERIES = WORDS.slice(0, 4).flatMap((word, n) => [`'${word}'`, `'${word}' & '${WORDS[n + 1]}'`]);

let server: TestServer;
let ada: TestPerson;
let incidentIds: string[];
let noteIds: string[];

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.as({ roles: ['administrator'] });
  incidentIds = [];
  noteIds = [];
  for (const title of WORDS.slice(0, INCIDENTS)) {
    const { id } = await ada.client.incidents.declare({ title, severity: 'sev2' });
    incidentIds.push(id);
    noteIds.push((await ada.client.notes.add({ incidentId: id, body: 'payment' })).id);
  }
});
afterAll(() => server.close());

/** What changes the words of something, from within or by another process. */
const DEEDS: Record<string, (nth: number, text: string) => Promise<unknown>> = {
  title: (nth, title) => ada.client.incidents.edit({ id: incidentIds[nth]!, title }),
  summary: (nth, summary) => ada.client.incidents.edit({ id: incidentIds[nth]!, summary }),
  noteAdded: (nth, body) => ada.client.notes.add({ incidentId: incidentIds[nth]!, body }),
  noteEdited: (nth, body) => ada.client.notes.edit({ id: noteIds[nth]!, body }),
  notesGone: nth =>
    server.pool.query('delete from incident_note where incident_id = $1 and id <> all($2::uuid[])', [
      incidentIds[nth],
      noteIds,
    ]),
};

const step = fc.record({
  deed: fc.constantFrom(...Object.keys(DEEDS)),
  nth: fc.nat(INCIDENTS - 1),
  text: fc
    .array(fc.constantFrom(...WORDS.slice(0, 5)), { minLength: 1, maxLength: 3 })
    .map(words => words.join(' ')),
  /** Another transaction, begun before the deed, changes the words too, and ends after it. */
  isOverlapped: fc.boolean(),
});

const setOf = (ords: Uint32Array): number[] => [...new Set(ords)].sort((a, b) => a - b);

/** What is kept says what a first look says. */
async function compare(): Promise<void> {
  await catchUp(server.db);
  for (const query of QUERIES) {
    const columns = await followColumns(server.db);
    const found = setOf(await matching(server.db, columns, query));
    expect(found).toEqual(setOf(await findMatches(server.db, query)));
    const marked = query.replaceAll("'", "'=").replaceAll(/'=( |$)/g, "'$1");
    expect(setOf(await matchingTitles(server.db, columns, query))).toEqual(
      setOf(await findMatches(server.db, marked)),
    );
    const asked = { ords: found, query, text: 'payment latency', asOf: AS_OF };
    expect(await rank(server.db, columns, asked)).toEqual(
      await rank(server.db, structuredClone(columns), asked),
    );
  }
}

test('what is kept of matches and scores is what would be found anew, whatever changes and however long that takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async steps => {
      const held = await server.pool.connect();
      await held.query('begin');
      await held.query('select pg_current_xact_id()');
      try {
        for (const { deed, nth, text, isOverlapped } of steps) {
          await DEEDS[deed]!(nth, text);
          await compare();
          if (isOverlapped) {
            // Its number is lower than that of the deed, which was heard of first.
            await held.query(
              'update search_text set words = $2 where ord = (select ord from search_document where id = $1)',
              [incidentIds[nth], `'${text.split(' ')[0]}':1A`],
            );
            await held.query('commit; begin');
            await held.query('select pg_current_xact_id()');
          }
          await compare();
        }
      } finally {
        await held.query('rollback');
        held.release();
      }
    }),
    { numRuns: 12 },
  );
});
