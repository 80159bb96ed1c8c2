import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AuditLog, auditEvent, makeAuditLog } from '../../../../../test/harness/auditLog.ts';
import { until } from '../../../../../test/harness/until.ts';
import { openCheckpoint } from '../../../../verifier/openCheckpoint.ts';
import { readOutside } from '../../../../verifier/readOutside.ts';
import { parseVerifierKey } from '../../../../verifier/verifierKey.ts';
import { verifyExport } from '../../../../verifier/verifyExport.ts';
import { sealEvent } from '../sealEvent.ts';
import { openTree } from '../tree/openTree.ts';
import { startCheckpoints } from './startCheckpoints.ts';

let log: AuditLog;
let folder: string;
beforeEach(async () => {
  log = await makeAuditLog();
  folder = join(log.folder, 'checkpoints');
});
afterEach(() => log.close());

const unhindered = (statement: ReturnType<typeof sql>) =>
  log.db.transaction().execute(async transaction => {
    for (const table of ['audit_event', 'audit_leaf', 'audit_node'])
      await sql`alter table ${sql.table(table)} disable trigger user`.execute(transaction);
    await statement.execute(transaction);
  });

async function verifyOutside() {
  const text = await log.export();
  return verifyExport(
    (async function* () {
      yield Buffer.from(text);
    })(),
    await readOutside(folder),
  );
}

describe('a checkpoint', () => {
  test('is a signed note that says size and root', async () => {
    await log.grow(300);
    await log.checkpoint();
    const note = await readFile(join(folder, '0000000000000300.checkpoint'), 'utf8');
    const key = parseVerifierKey(await readFile(join(folder, 'log.vkey'), 'utf8'))!;
    expect(key.text).toBe(log.key.publicKey);
    const keys = [{ key, from: 0, to: Number.POSITIVE_INFINITY }];
    expect(openCheckpoint(note, keys)).toEqual({
      checkpoint: { origin: log.key.origin, size: 300, root: await openTree(log.db).rootAt(300) },
    });
    expect(openCheckpoint(note.replace('\n300\n', '\n299\n'), keys)).toHaveProperty('refused');
    expect(note.split('\n')[4]).toMatch(/^— \S+ [A-Za-z0-9+/=]+$/);
  });

  test('is written when the log has grown, and all are kept, with the leaf hashes between', async () => {
    await log.checkpoint();
    expect(await readdir(folder)).toEqual(['log.vkey']);
    for (const events of [3, 0, 5]) {
      await log.grow(events);
      await log.checkpoint();
    }
    expect((await readdir(folder)).sort()).toEqual([
      '0000000000000000-0000000000000003.leaves',
      '0000000000000003-0000000000000008.leaves',
      '0000000000000003.checkpoint',
      '0000000000000008.checkpoint',
      'log.vkey',
    ]);
    expect((await verifyOutside()).firstBad).toBeUndefined();
  });

  test('is refused to a log that was restored from an older state', async () => {
    await log.grow(20);
    await log.checkpoint();
    await unhindered(sql`delete from audit_leaf where index >= 12`);
    await expect(log.checkpoint()).rejects.toThrow(
      'has 12 entries; a checkpoint outside says that it had 20',
    );
    await log.grow(40);
    await expect(log.checkpoint()).rejects.toThrow('are not those of the checkpoint outside');
    expect((await verifyOutside()).firstBad).toMatchObject({ index: 12, kind: 'other entry' });
  });

  test('shows which row someone changed in the database', async () => {
    await log.grow(30);
    await log.checkpoint();
    const { leaf } = sealEvent(auditEvent(99));
    await unhindered(
      sql`update audit_event set leaf = ${leaf} where id = (select event_id from audit_leaf where index = 17)`,
    );
    expect((await verifyOutside()).firstBad).toMatchObject({ index: 17, kind: 'changed entry' });
    await unhindered(
      sql`update audit_leaf set hash = sha256('\\x00'::bytea || convert_to(${leaf}, 'UTF8')) where index = 17`,
    );
    expect((await verifyOutside()).firstBad).toMatchObject({ index: 17, kind: 'other entry' });
  });

  test('shows which row someone deleted in the database', async () => {
    await log.grow(30);
    await log.checkpoint();
    await unhindered(
      sql`delete from audit_event where id = (select event_id from audit_leaf where index = 11)`,
    );
    expect((await verifyOutside()).firstBad).toMatchObject({ index: 11, kind: 'missing entry' });
  });

  test('is written by the running server as the log grows, and once more when it stops', async () => {
    const problems: unknown[] = [];
    const checkpoints = startCheckpoints({
      db: log.db,
      key: log.key,
      folder: log.checkpoints,
      onProblem: problem => problems.push(problem),
      growth: 10,
    });
    await log.grow(10);
    await until(async () => {
      checkpoints.grown(10);
      return (await log.checkpoints.newest())?.size === 10 ? true : undefined;
    });
    await log.grow(2);
    checkpoints.grown(12);
    await checkpoints.stop();
    expect((await log.checkpoints.newest())?.size).toBe(12);
    expect(problems).toEqual([]);
  });
});
