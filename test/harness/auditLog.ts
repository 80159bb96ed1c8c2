import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CheckpointFolder,
  openCheckpointFolder,
} from '../../src/server/platform/audit/checkpoint/checkpointFolder.ts';
import { rotateKey } from '../../src/server/platform/audit/checkpoint/rotateKey.ts';
import { readRotations } from '../../src/server/platform/audit/checkpoint/rotation.ts';
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
  /** What signs now. */
  readonly key: SigningKey;
  /** For data, key and checkpoints; checkpoints are in `checkpoints`. */
  folder: string;
  readonly checkpoints: CheckpointFolder;
  /** Records so many events more and gives them their places. */
  grow(events: number): Promise<void>;
  /** Signs it as it is, outside. */
  checkpoint(): Promise<void>;
  /** Signs it, hands it over to a new key, and signs it again; gives the older key. */
  rotate(): Promise<SigningKey>;
  export(): Promise<string>;
  close(): Promise<void>;
}

/** Makes an empty one. */
export async function makeAuditLog(): Promise<AuditLog> {
  const database = await createTestDatabase();
  const { db, close } = openDatabase(database.connection);
  const folder = await mkdtemp(join(tmpdir(), 'afterword-audit-'));
  const dataFolder = join(folder, 'data');
  const file = join(dataFolder, 'audit.key');
  let key = await readOrMakeSigningKey(file);
  const openFolder = async () =>
    openCheckpointFolder(join(folder, 'checkpoints'), {
      dataFolder,
      key,
      rotations: await readRotations(db),
    });
  let checkpoints = await openFolder();
  let recorded = 0;
  const sequence = async (): Promise<void> => {
    while (await sequenceBatch(db, 1_000));
  };
  const checkpoint = async (): Promise<void> => {
    await writeCheckpoint(db, { key, folder: checkpoints });
  };
  return {
    db,
    get key() {
      return key;
    },
    folder,
    get checkpoints() {
      return checkpoints;
    },
    async grow(events) {
      await db.transaction().execute(async transaction => {
        for (let n = 0; n < events; n++) await recordEvent(transaction, auditEvent(recorded++));
      });
      await sequence();
    },
    checkpoint,
    async rotate() {
      const older = key;
      await checkpoint();
      const by = { actor: { kind: 'system', id: null }, at: '2026-03-02T10:00:00Z' } as const;
      await rotateKey(db, { key, file, by });
      await sequence();
      key = await readOrMakeSigningKey(file);
      checkpoints = await openFolder();
      await checkpoint();
      return older;
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
