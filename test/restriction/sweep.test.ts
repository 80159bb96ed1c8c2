import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOperations } from '../../src/contract/listOperations.ts';
import type { Nouns } from '../contract/makeNouns.ts';
import { FACES } from './faces.ts';
import { type Planted, plantSecret } from './plantSecret.ts';
import { isAbout, questionsAbout } from './questions.ts';
import { differences } from './sweep.ts';

const READS = listOperations().filter(({ effect }) => effect === 'read');
/** They go on, and are looked at in `events.test.ts`. */
const ENDLESS = ['events.follow'];

/** Names that nothing has, one for each of those that are hidden. */
const nobodys = (secret: Nouns): Nouns =>
  new Map(Array.from(secret.keys(), noun => [noun, noun === 'number' ? 'INC-9999' : randomUUID()]));

describe.each([
  { hides: 'incident', isWrittenUp: true },
  { hides: 'postmortem', isWrittenUp: false },
] as const)('a restricted $hides', ({ hides, isWrittenUp }) => {
  let planted: Planted;
  /** The same without what is hidden. */
  let twin: Planted;

  beforeAll(async () => {
    planted = await plantSecret({ hides, isWrittenUp });
    twin = await plantSecret({ hides: 'nothing', isWrittenUp });
  });
  afterAll(() => Promise.all([planted.server.close(), twin.server.close()]));

  test('is there: administrators read all of it, each time on record', async () => {
    const about = READS.filter(
      operation =>
        isAbout(operation, planted.secret) && !operation.isStream && operation.name !== 'evidence.original',
    );
    const wrong: string[] = [];
    for (const question of questionsAbout(about, planted.secret)) {
      if (question.what !== question.operation.name) continue;
      const before = await countViews();
      const answer = await FACES.HTTP!.ask(planted, planted.administrator, question);
      if (!answer.startsWith('200')) wrong.push(`${question.what}: ${answer.slice(0, 200)}`);
      else if ((await countViews()) === before) wrong.push(`${question.what} leaves no trace`);
    }
    expect(wrong).toEqual([]);
  });

  const countViews = async (): Promise<number> => {
    const { rows } = await planted.server.pool.query(
      "select count(*) from audit_event where kind <> 'change'",
    );
    return Number(rows[0].count);
  };

  describe.each(Object.entries(FACES))('over %s', (_, { ask, takes, asks }) => {
    const operations = READS.filter(takes);

    test('is to others like what is not there, whatever is asked by its names', async () => {
      const absent = questionsAbout(operations, nobodys(planted.secret));
      const found: string[] = [];
      for (const question of questionsAbout(operations, planted.secret)) {
        const same = absent.next().value!;
        const one = { planted, person: planted.outsider, question };
        if (asks(question)) found.push(...(await differences(ask, one, { ...one, question: same })));
      }
      expect(found).toEqual([]);
    });

    test('changes no list, count or facet, and nothing that is told of anything else', async () => {
      const same = questionsAbout(operations, twin.open);
      const found: string[] = [];
      for (const question of questionsAbout(operations, planted.open)) {
        const other = { planted: twin, person: twin.outsider, question: same.next().value! };
        const one = { planted, person: planted.outsider, question };
        if (asks(question)) found.push(...(await differences(ask, one, other)));
      }
      expect(found).toEqual([]);
    });
  });
});

test('every read is asked for in some way', () => {
  const missed = READS.filter(
    operation => !Object.values(FACES).some(({ takes }) => takes(operation)) && !operation.isStream,
  );
  expect(missed).toEqual([]);
  expect(
    READS.filter(({ isStream, pathFields }) => isStream && pathFields.length === 0).map(({ name }) => name),
  ).toEqual(ENDLESS);
});
