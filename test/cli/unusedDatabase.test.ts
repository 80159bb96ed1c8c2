import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../harness/cli.ts';
import { createTestDatabase, type TestDatabase } from '../harness/postgres.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client(database.connection);
  await client.connect();
  await client.query('drop schema public cascade; create schema public');
  await client.end();
  folder = await mkdtemp(join(tmpdir(), 'afterword-unused-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

test.each([
  ['audit', 'export'],
  ['audit', 'checkpoint'],
])('%s %s says of a database that no server has used what to look at', async (...args) => {
  const told = await cli(args, {
    keyFile: join(folder, 'key'),
    environment: {
      DATABASE_URL: database.url,
      AFTERWORD_DATA: join(folder, 'data'),
      AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
    },
  });
  expect(told).toMatchObject({ exitCode: 3, stdout: '' });
  expect(told.stderr).toContain('Are AFTERWORD_DATA and DATABASE_URL those of the server?');
});
