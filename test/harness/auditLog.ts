import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CheckpointFolder,
  openCheckpointFolder,
} from '../../src/server/platform/audit/checkpoint/checkpointFolder.ts';
import {
  readOrMakeSigningKey,
  type SigningKey,
} from '../../src/server/platform/audit/checkpoint/signingKey.ts';
import { writeCheckpoint } from '../../src/server/platform/audit/checkpoint/writeCheckpoint.ts';
import type { AuditEvent } from '../../src/server/platform/audit/event.ts';
import { exportAudit } from '../../src/server/platform/audit/export/exportAudit.ts';
import { recordEvent } from '../../src/server/platform/audit/recordEvent.ts';
import { sequenceBatch } from '../../src/server/platform/audit/sequenceBatch.ts';
import { type Db, openDatabase } from '../../src/server/platform/db/openDatabase.ts';
import { createTestDatabase } from './postgres.ts';

/** An event like those that the server records; the number makes it one of a kind. */
export const auditEvent = (number: number, more: Partial<AuditEvent> = {}): AuditEvent => ({
  operation: 'incidents.rename',
  kind: 'change',
  actor: { kind: 'person', id: `person-${number % 7}`, name: `Zoë ${number % 7}` },
  subject: { kind: 'incident', id: `incident-${number % 11}` },
  incidentId: `incident-${number % 11}`,
  at: new Date(Date.UTC(2026, 2, 2) + number * 1000).toISOString(),
  requestId: `request-${number}`,
  ip: '192.0.2.7',
  userAgent: 'curl/8',
  input: { title: `Title ${number}\u0000\u2028` },
  before: { title: 'Untitled' },
  after: { title: `Title ${number}` },
  ...more,
});

/** An audit log in a database of its own, with its key, and a folder for checkpoints. */
export interface AuditLog {
  db: Db;
  key: SigningKey;
  /** For data, key and checkpoints; checkpoints are in `checkpoints`. */
  folder: string;
  checkpoints: CheckpointFolder;
  /** Records so many events more and gives them their places. */
  grow(events: number): Promise<void>;
  /** Signs it as it is, outside. */
  checkpoint(): Promise<void>;
  export(): Promise<string>;
  close(): Promise<void>;
}

/** Makes an empty one. */
export async function makeAuditLog(): Promise<AuditLog> {
  const database = await createTestDatabase();
  const { db, close } = openDatabase(database.connection);
  const folder = await mkdtemp(join(tmpdir(), 'afterword-audit-'));
  const key = await readOrMakeSigningKey(join(folder, 'data', 'audit.key'));
  const checkpoints = await openCheckpointFolder(join(folder, 'checkpoints'), {
    dataFolder: join(folder, 'data'),
    key,
  });
  let recorded = 0;
  return {
    db,
    key,
    folder,
    checkpoints,
    async grow(events) {
      await db.transaction().execute(async transaction => {
        for (let n = 0; n < events; n++) await recordEvent(transaction, auditEvent(recorded++));
      });
      while (await sequenceBatch(db, 1_000));
    },
    async checkpoint() {
      await writeCheckpoint(db, { key, folder: checkpoints });
    },
    async export() {
      return (await Array.fromAsync(exportAudit(db, { format: 'jsonl', key }))).join('');
    },
    async close() {
      await close();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
