import { expect, test } from 'vitest';
import { generateDatabaseTypes } from '../../tools/generateDatabaseTypes.ts';
import { createTestDatabase } from '../harness/postgres.ts';

test('the types of the database are those of its migrations (node tools/writeDatabaseTypes.ts)', async () => {
  const database = await createTestDatabase();
  expect(generateDatabaseTypes(database.url, 'verify')).toBe(true);
  await database.drop();
});
