import pg from 'pg';
import type { ObjectStore } from '../../../recorder/objects/objectStore.ts';
import { VERSION } from '../../../recorder/version.ts';
import { readApplied } from '../db/migrate.ts';
import { FORMAT, type Manifest, MEMBERS } from './archive/format.ts';
import { makeLock } from './archive/lock.ts';
import { type ArchiveWriter, writeArchive } from './archive/writeArchive.ts';
import { copyOut } from './database/copyTables.ts';
import { describeTables, readAuditSize, readSequences } from './database/describeDatabase.ts';
import { readJobs } from './database/jobs.ts';
import { holdDeletion } from './holdDeletion.ts';
import { copyObjects, listObjectKeys } from './objects.ts';

export interface BackupSource {
  connection: pg.ClientConfig;
  objects: ObjectStore;
  /** See `secretMark`. */
  mark: string;
}

export interface BackupOptions {
  /** Encrypts all of it. */
  passphrase: string | undefined;
  /** To take along, by the names of their files in the data folder. */
  secrets: Readonly<Record<string, Buffer>>;
  now: Date;
  signal?: AbortSignal | undefined;
}

export interface BackupReport {
  /** Of the file. */
  bytes: number;
  /** In all tables. */
  rows: number;
  objects: number;
  /** Entries of the audit log. */
  auditSize: number;
  isEncrypted: boolean;
  /** Keys of objects that rows refer to and that were missing or damaged. */
  lost: readonly string[];
}

/** Bytes of a table in one member: a member's size is said before its bytes, so each is put together in memory. */
const PIECE = 4 * 1024 * 1024;

/**
 * Writes everything to one file, as it was at one instant, while the server works on: tables and jobs from one snapshot,
 * then every object that the snapshot's rows refer to. Objects never change, and deleting them is held off meanwhile.
 */
export async function backUp(
  path: string,
  { connection, objects, mark }: BackupSource,
  { passphrase, secrets, now, signal }: BackupOptions,
): Promise<BackupReport> {
  const client = new pg.Client({ ...connection, options: '-c timezone=UTC -c statement_timeout=0' });
  await client.connect();
  try {
    let auditSize = 0;
    const lock = passphrase === undefined ? null : makeLock();
    const header = { format: FORMAT, version: VERSION, createdAt: now.toISOString(), lock } as const;
    const { bytes, manifest } = await writeArchive(path, { header, passphrase, signal }, async writer => {
      await holdDeletion(client);
      await client.query('begin isolation level repeatable read read only');
      const tables = await describeTables(client);
      auditSize = await readAuditSize(client);
      const migrations = await readApplied(client);
      const described = { migrations, tables, auditSize, secretMark: mark };
      await writer.add(MEMBERS.database, Buffer.from(JSON.stringify(described)));
      const rows = await copyTables(client, writer, tables);
      const jobs = await readJobs(client);
      await writer.add(MEMBERS.jobs, Buffer.from(JSON.stringify(jobs)));
      const keys = await listObjectKeys(client);
      // Not part of the snapshot: a number may have been given out since, and never comes again either way.
      const sequences = await readSequences(client);
      await client.query('commit');
      for (const [name, content] of Object.entries(secrets))
        await writer.add(MEMBERS.secrets + name, content);
      const lost = await copyObjects(writer, { objects, keys });
      return { rows, jobs: jobs.length, sequences, objects: keys.length - lost.length, lost };
    });
    return { bytes, auditSize, isEncrypted: lock !== null, ...totals(manifest) };
  } finally {
    await client.end();
  }
}

const totals = ({ rows, objects, lost }: Manifest) => ({
  rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
  objects,
  lost,
});

async function copyTables(
  client: pg.ClientBase,
  writer: ArchiveWriter,
  tables: Readonly<Record<string, string[]>>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, columns] of Object.entries(tables)) {
    const done = (rows: number) => {
      counts[table] = rows;
    };
    let piece = 0;
    for await (const bytes of inPieces(copyOut(client, { table, columns }, done)))
      await writer.add(`${MEMBERS.tables}${table}/${String(piece++).padStart(6, '0')}`, bytes);
  }
  return counts;
}

/** Whole rows only: a line feed inside a value is escaped, so each one ends a row. */
async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const part of source) {
    const end = bytes + part.length < PIECE ? 0 : part.lastIndexOf(0x0a) + 1;
    if (end > 0) yield Buffer.concat([...waiting, part.subarray(0, end)]);
    waiting = end > 0 ? [part.subarray(end)] : [...waiting, part];
    bytes = end > 0 ? part.length - end : bytes + part.length;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
