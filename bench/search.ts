/**
 * Search and facets over an archive of 100 000 incidents with their postmortems and actions, through the whole server on
 * the embedded PostgreSQL: one kind of question after the other, by someone who sees what is not restricted, by one who
 * sees some of the rest, by an administrator who sees all. Beside each the same words as a bare count in the database,
 * which is the least that an exact answer can cost.
 *
 *     node bench/search.ts [INCIDENTS] [QUESTIONS of a kind]
 */
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import pino from 'pino';
import { readConfiguration } from '../src/server/configuration.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { openDatabase } from '../src/server/platform/db/openDatabase.ts';
import { startPostgres } from '../src/server/platform/postgres/startPostgres.ts';
import { startServer } from '../src/server/startServer.ts';
import { issueToken } from '../src/server/tokens/issueToken.ts';
import { type Archive, fillArchive } from './fillArchive.ts';

const incidents = Number(process.argv[2] ?? 100_000);
const questions = Number(process.argv[3] ?? 100);
const log = { info() {}, warn() {}, error() {} };

type Question = Record<string, string>;
type Draw = (archive: Archive, nth: number) => Question;

const wordsOf = ({ titles }: Archive, nth: number): string[] =>
  titles[(nth * 7_919) % titles.length]!.split(' ');
const oneOf = <T>(from: readonly T[], nth: number): T => from[(nth * 31) % from.length]!;

/** Two letters in the middle in the wrong order. */
const mistype = (word: string): string => word.slice(0, 2) + word[3] + word[2] + word.slice(4);
const longestOf = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length)[0]!;

const KINDS: Record<string, Draw> = {
  'one word': (archive, nth) => ({ text: oneOf(wordsOf(archive, nth), nth) }),
  'two words': (archive, nth) => ({ text: wordsOf(archive, nth).slice(0, 2).join(' ') }),
  'the most common word': () => ({ text: 'error' }),
  'a mistyped word': (archive, nth) => ({ text: mistype(longestOf(wordsOf(archive, nth))) }),
  'a word with filters': (archive, nth) => ({
    text: oneOf(wordsOf(archive, nth), nth),
    severity: 'sev1',
    serviceId: oneOf(archive.serviceIds.slice(0, 20), nth),
  }),
  'incidents with facets': (_, nth) => ({ kind: 'incident', ...(nth % 2 === 1 && { severity: 'sev1' }) }),
  'everything, my own': () => ({ isMine: 'true' }),
  'everything, newest': () => ({}),
};

/** Answered milliseconds of each question, one at a time. */
async function time(draw: (nth: number) => Promise<unknown>): Promise<number[]> {
  for (let nth = 0; nth < 10; nth++) await draw(nth);
  const taken: number[] = [];
  for (let nth = 0; nth < questions; nth++) {
    const began = performance.now();
    await draw(nth);
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
const show = (sorted: readonly number[]): string =>
  [0.5, 0.95, 0.99].map(share => at(sorted, share).toFixed(1).padStart(7)).join(' ');

async function addPerson(
  pool: pg.Pool,
  db: Parameters<typeof issueToken>[0],
  who: { roles: string[]; teamIds: string[] },
) {
  const id = randomUUIDv7();
  await pool.query('insert into person (id, name, email, roles) values ($1, $2, $3, $4)', [
    id,
    `Asks ${who.roles}`,
    `${id}@example.org`,
    who.roles,
  ]);
  for (const teamId of who.teamIds)
    await pool.query('insert into team_member (team_id, person_id) values ($1, $2)', [teamId, id]);
  const at = new Date().toISOString();
  return (await issueToken(db, { personId: id, name: 'bench', scopes: ['*:*'], expiresAt: null, at })).secret;
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), log });
const { host, user, database } = postgres.connection;
const { db, pool, close } = openDatabase(postgres.connection, 4);
try {
  await migrate(pool);
  const archive = await fillArchive(pool, incidents);
  process.stdout.write(
    `  ${archive.incidents} incidents, ${archive.postmortems} postmortems, ${archive.actions} actions; ms: p50, p95, p99\n`,
  );
  const tokens = {
    viewer: await addPerson(pool, db, { roles: ['viewer'], teamIds: [] }),
    'member of two teams': await addPerson(pool, db, {
      roles: ['responder'],
      teamIds: archive.teamIds.slice(0, 2),
    }),
    administrator: await addPerson(pool, db, { roles: ['administrator'], teamIds: [] }),
  };
  const configuration = readConfiguration({
    AFTERWORD_DATA: join(folder, 'data'),
    AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
    AFTERWORD_PORT: '0',
    AFTERWORD_JOBS: '0',
    DATABASE_URL: `postgres:///${database}?host=${encodeURIComponent(String(host))}&user=${user}`,
  });
  const server = await startServer(configuration, pino({ level: 'fatal' }));
  const ask = async (token: string, question: Question): Promise<void> => {
    const response = await fetch(`${server.address}/api/v1/search?${new URLSearchParams(question)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  };
  const began = performance.now();
  await ask(tokens.viewer, {});
  process.stdout.write(
    `  the first search of a process, which reads all documents: ${(performance.now() - began).toFixed(0)} ms\n`,
  );
  for (const [kind, draw] of Object.entries(KINDS)) {
    const floor = await time(async nth => {
      const { text } = draw(archive, nth);
      await (text
        ? pool.query("select count(*) from search_text where words @@ plainto_tsquery('search_title', $1)", [
            text,
          ])
        : pool.query('select count(*) from search_document'));
    });
    process.stdout.write(`  ${kind.padEnd(24)}${'(bare count)'.padEnd(22)}${show(floor)}\n`);
    for (const [who, token] of Object.entries(tokens)) {
      const taken = await time(nth => ask(token, draw(archive, nth)));
      const ratio = (at(taken, 0.5) / at(floor, 0.5)).toFixed(1);
      process.stdout.write(`  ${''.padEnd(24)}${who.padEnd(22)}${show(taken)}   ${ratio} × the count\n`);
    }
  }
  await server.stop();
} finally {
  await close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
