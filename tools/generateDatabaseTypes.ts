import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCHEMA = fileURLToPath(new URL('../src/server/platform/db/schema.ts', import.meta.url));

/** PostgreSQL's types as our pool gives them: instants and days as text, counts as numbers. */
const TYPES = {
  timestamptz: 'string',
  date: 'string',
  int8: 'number',
  jsonb: 'ColumnType<any, string, string>',
};

/**
 * Writes the types of a migrated database, or only looks whether they are as written.
 *
 * @param url of the database
 * @returns whether they are as written now
 */
export function generateDatabaseTypes(url: string, how: 'write' | 'verify'): boolean {
  const { status } = spawnSync(
    'kysely-codegen',
    [
      ...['--dialect', 'postgres', '--camel-case', '--include-pattern', 'public.*', '--log-level', 'error'],
      ...['--type-mapping', JSON.stringify(TYPES), '--url', url, '--out-file', SCHEMA],
      ...(how === 'verify' ? ['--verify'] : []),
    ],
    { stdio: how === 'verify' ? 'ignore' : 'inherit', shell: process.platform === 'win32' },
  );
  return status === 0;
}
