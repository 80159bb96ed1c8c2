import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from './openDatabase.ts';
import { rememberRows } from './rememberRows.ts';

const NO_DATABASE = null as unknown as Db;
const ids = fc.array(fc.constantFrom(...'abcdefghij'));

test('gives exactly the rows that are there, whatever was asked for and forgotten before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(ids),
      fc.uniqueArray(fc.constantFrom(...'abcdefghij')),
      async (asked, there) => {
        const rows = rememberRows({
          read: async (_db, some) =>
            new Map(some.filter(id => there.includes(id)).map(id => [id, { is: id }] as const)),
          sizeOf: () => 1,
          most: 3,
        });
        for (const some of asked)
          expect([...(await rows(NO_DATABASE, some)).values()].map(({ is }) => is).sort()).toEqual(
            [...new Set(some)].filter(id => there.includes(id)).sort(),
          );
      },
    ),
  );
});

test('reads a row once while there is room for it', async () => {
  const read: string[] = [];
  const rows = rememberRows({
    read: async (_db, some) => {
      read.push(...some);
      return new Map(some.map(id => [id, { length: Number(id) }]));
    },
    sizeOf: ({ length }) => length,
    most: 10,
  });
  await rows(NO_DATABASE, ['4', '5']);
  await rows(NO_DATABASE, ['5', '4']);
  expect(read).toEqual(['4', '5']);
  await rows(NO_DATABASE, ['3']);
  await rows(NO_DATABASE, ['4', '5']);
  expect(read).toEqual(['4', '5', '3', '5']);
});
