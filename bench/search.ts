/**
 * Lists, search and facets over an archive of 100 000 incidents with their postmortems and actions: `afterword serve` in a
 * process of its own with its own PostgreSQL, asked over HTTP, one question at a time, by an administrator who sees all and
 * by a responder who sees what is not restricted and, through two teams, some of what is. Beside each kind of question
 * stands the floor: the least that PostgreSQL has to do for it, asked directly. Processor time is the server's and
 * PostgreSQL's together; it says more than the clock on a busy machine.
 *
 *     node bench/search.ts [INCIDENTS] [QUESTIONS of a kind] [FOLDER that keeps the archive]
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../src/contract/roles.ts';
import { openDatabase } from '../src/server/platform/db/openDatabase.ts';
import { joinPostgres } from '../src/server/platform/postgres/joinPostgres.ts';
import { spawnServe } from '../test/harness/spawnServe.ts';
import { addAsker } from './archive/addAsker.ts';
import { fillArchive } from './archive/fillArchive.ts';
import { KINDS, type Kind, type Question } from './archive/questions.ts';
import { readArchive } from './archive/readArchive.ts';
import { memoryOf } from './memoryOf.ts';
import { processorOf } from './processorOf.ts';

const BAR = 50;
const WARM_UP = 5;
const incidents = Number(process.argv[2] ?? 100_000);
const questions = Number(process.argv[3] ?? 100);
const kept = process.argv[4];
const folder = kept ?? mkdtempSync(join(tmpdir(), 'afterword-bench-'));
const isFilled = existsSync(join(folder, 'data'));
const environment = {
  AFTERWORD_DATA: join(folder, 'data'),
  AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
  AFTERWORD_LOG_LEVEL: 'fatal',
  AFTERWORD_REQUESTS_PER_MINUTE: '0',
};
const log = { info() {}, warn() {}, error() {} };
const say = (line: string): void => void process.stdout.write(`  ${line}\n`);

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
const show = (taken: readonly number[]): string => {
  const sorted = taken.toSorted((a, b) => a - b);
  return [0.5, 0.95, 0.99].map(share => at(sorted, share).toFixed(1).padStart(7)).join(' ');
};

/** Milliseconds that each question took, one at a time. */
async function time(ask: (nth: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let nth = 0; nth < questions; nth++) {
    const began = performance.now();
    await ask(nth);
    taken.push(performance.now() - began);
  }
  return taken;
}

async function fill(): Promise<void> {
  const { connection, stop } = await joinPostgres({ dataFolder: environment.AFTERWORD_DATA, log });
  const { pool, close } = openDatabase(connection, 2);
  const began = performance.now();
  await fillArchive(pool, incidents);
  say(`filled with ${incidents} incidents in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  await close();
  await stop();
}

try {
  if (!isFilled) {
    const first = await spawnServe(environment);
    await fill();
    await first.stop();
  }
  const server = await spawnServe(environment);
  const { connection } = await joinPostgres({ dataFolder: environment.AFTERWORD_DATA, log });
  const { db, pool, close } = openDatabase(connection, 1);
  const archive = await readArchive(pool);
  const askers: Record<string, { role: Role; teamIds: readonly string[] }> = {
    administrator: { role: 'administrator', teamIds: [] },
    'responder, two teams': { role: 'responder', teamIds: archive.teamIds.slice(0, 2) },
  };

  const get = async (
    token: string,
    path: string,
    question: Question,
  ): Promise<{ nextCursor: string | null }> => {
    const response = await fetch(`${server.address}/api/v1${path}?${new URLSearchParams(question)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
    return (await response.json()) as { nextCursor: string | null };
  };
  /** Follows the pages before the one that is meant; the same ones only once. */
  const deep = (token: string, { path, depth = 0 }: Kind) => {
    const known = new Map<string, Promise<Question>>();
    return async (question: Question): Promise<Question> => {
      const key = JSON.stringify(question);
      const follow = async (): Promise<Question> => {
        let asked = question;
        for (let page = 0; page < depth; page++) {
          const { nextCursor } = await get(token, path, asked);
          if (nextCursor) asked = { ...question, cursor: nextCursor };
        }
        return asked;
      };
      if (!known.has(key)) known.set(key, follow());
      return known.get(key)!;
    };
  };

  say(`${archive.incidents} incidents, ${archive.postmortems} postmortems, ${archive.actions} actions`);
  const all: Record<Kind['path'], number[]> = { '/search': [], '/incidents': [], '/incidents/facets': [] };
  const tokens: [string, string][] = [];
  for (const [who, asker] of Object.entries(askers)) tokens.push([who, await addAsker(db, asker)]);
  const began = performance.now();
  await get(tokens[0]![1], '/search', {});
  say(
    `ready after ${server.readyAfter.toFixed(0)} ms; first search ${(performance.now() - began).toFixed(0)} ms`,
  );
  say(`${''.padEnd(54)}   p50     p95     p99  ms   processor   p50 / floor`);
  for (const [name, kind] of Object.entries(KINDS)) {
    const floor = await time(async nth => {
      const { text } = kind.draw(archive, nth);
      await pool.query(kind.floor, text === undefined ? [] : [text]);
    });
    for (const [who, token] of tokens) {
      const turn = deep(token, kind);
      const ask = async (nth: number) => get(token, kind.path, await turn(kind.draw(archive, nth)));
      for (let nth = 0; nth < (kind.depth ? questions : WARM_UP); nth++) await turn(kind.draw(archive, nth));
      for (let nth = 0; nth < WARM_UP; nth++) await ask(questions + nth);
      const before = processorOf(server.process.pid!);
      const taken = await time(ask);
      const processor = (processorOf(server.process.pid!) - before) / questions;
      all[kind.path].push(...taken);
      const median = (of: number[]): number =>
        at(
          of.toSorted((a, b) => a - b),
          0.5,
        );
      const ratio = `${median(taken).toFixed(1)} / ${median(floor).toFixed(1)}`;
      say(
        `${name.padEnd(32)}${who.padEnd(22)}${show(taken)}   ${processor.toFixed(1).padStart(7)}   ${ratio}`,
      );
    }
  }
  for (const [path, taken] of Object.entries(all))
    say(`${path.padEnd(54)}${show(taken)}   (bar: p95 ≤ ${BAR})`);
  say(`memory afterwards, database included: ${Math.round(memoryOf(server.process.pid!))} MiB`);
  await close();
  await server.stop();
} finally {
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
