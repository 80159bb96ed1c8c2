/**
 * The audit log on the embedded PostgreSQL, every commit flushed: changes with their event from 32 connections, beside
 * the same changes without one; what the sequencer does in that time, and at most; checking an export.
 *
 *     node bench/audit.ts [SECONDS]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readOrMakeSigningKey } from '../src/server/platform/audit/checkpoint/signingKey.ts';
import { exportAudit } from '../src/server/platform/audit/export/exportAudit.ts';
import { recordEvent } from '../src/server/platform/audit/recordEvent.ts';
import { sequenceBatch } from '../src/server/platform/audit/sequenceBatch.ts';
import { startSequencer } from '../src/server/platform/audit/startSequencer.ts';
import { migrate } from '../src/server/platform/db/migrate.ts';
import { type Db, openDatabase } from '../src/server/platform/db/openDatabase.ts';
import { startPostgres } from '../src/server/platform/postgres/startPostgres.ts';
import { verifyExport } from '../src/verifier/verifyExport.ts';
import { auditEvent } from '../test/harness/auditLog.ts';

const CONNECTIONS = 32;
const duration = Number(process.argv[2] ?? 5) * 1_000;
const log = { info() {}, warn() {}, error() {} };
const rate = (count: number, ms: number): string => `${Math.round((count / ms) * 1_000)}/s`;

/** Runs a change again and again on every connection; returns changes and milliseconds. */
async function changeConstantly(change: (number: number) => Promise<unknown>): Promise<[number, number]> {
  let count = 0;
  const began = performance.now();
  const writers = Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() - began < duration) await change(count++);
  });
  await Promise.all(writers);
  return [count, performance.now() - began];
}

const changeRow = (db: Db, number: number) =>
  sql`insert into bench_row (text) values (${`a change ${number}`})`.execute(db);

const bare = (db: Db) => (number: number) =>
  db.transaction().execute(transaction => changeRow(transaction, number));

const audited = (db: Db, poke: () => void) => async (number: number) => {
  await db.transaction().execute(async transaction => {
    await changeRow(transaction, number);
    await recordEvent(transaction, auditEvent(number));
  });
  poke();
};

/** Milliseconds until nothing is queued any more. */
async function drain(db: Db): Promise<number> {
  const began = performance.now();
  while (await sequenceBatch(db, 2_000));
  return performance.now() - began;
}

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(line);
}

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
const postgres = await startPostgres({ dataFolder: join(folder, 'data'), log });
const { db, pool, close } = openDatabase(postgres.connection, CONNECTIONS + 1);
try {
  await migrate(pool);
  await sql`create table bench_row (id bigint generated always as identity primary key, text text not null)`.execute(
    db,
  );
  const withoutEvent = await changeConstantly(bare(db));
  const sequencer = startSequencer({
    db,
    onProblem: error => {
      throw error;
    },
  });
  const withEvent = await changeConstantly(audited(db, sequencer.poke));
  await sequencer.stop();
  const lag = await drain(db);
  const queued = await changeConstantly(audited(db, () => undefined));
  const sequencing = await drain(db);

  const key = await readOrMakeSigningKey(join(folder, 'audit.key'));
  const began = performance.now();
  const { entries, firstBad } = await verifyExport(bytesOf(exportAudit(db, { format: 'jsonl', key })));
  if (firstBad) throw new Error(firstBad.detail);
  process.stdout.write(
    [
      `  durable changes at ${CONNECTIONS} connections: ${rate(...withEvent)} with audit event and sequencer, ${rate(...withoutEvent)} without any`,
      `  sequenced ${lag.toFixed(0)} ms after the last of them; at most ${rate(queued[0], sequencing)}`,
      `  exported and verified: ${rate(entries, performance.now() - began)} (${entries} entries)`,
      '',
    ].join('\n'),
  );
} finally {
  await close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
