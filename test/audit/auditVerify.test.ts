import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditVerifyOptions, auditVerify } from '../../src/cli/commands/auditVerify.ts';
import type { World } from '../../src/cli/world.ts';
import { type AuditLog, makeAuditLog } from '../harness/auditLog.ts';

let log: AuditLog;
let exported: string;
let file: string;
let checkpoints: string;

beforeAll(async () => {
  log = await makeAuditLog();
  await log.grow(12);
  await log.checkpoint();
  await log.grow(3);
  exported = await log.export();
  file = join(log.folder, 'audit.jsonl');
  checkpoints = join(log.folder, 'checkpoints');
  await writeFile(file, exported);
});
afterAll(() => log.close());

async function run(path: string, options: AuditVerifyOptions = {}, stdin = '') {
  const stdout = new PassThrough();
  const world = { stdout, stdin: Readable.from([Buffer.from(stdin)]), signal: new AbortController().signal };
  const exitCode = await auditVerify(world as unknown as World, path, options);
  stdout.end();
  return { exitCode, out: await text(stdout) };
}

describe('afterword audit verify', () => {
  test('says that an export is as it was written, and what that rests on', async () => {
    const alone = await run(file);
    expect(alone.exitCode).toBe(0);
    expect(alone.out).toContain('as it was written. 15 entries of afterword-audit/');
    expect(alone.out).toContain('No checkpoint from outside was compared');
    expect(alone.out).toContain('The key is the one that the export names');

    const compared = await run(file, { checkpoints });
    expect(compared.exitCode).toBe(0);
    expect(compared.out).toContain('prove the log up to its first 12 entries');
    expect(compared.out).toContain('The key was given from outside');
  });

  test('names the first bad entry, with exit code 1', async () => {
    const tampered = exported.replace('"requestId":"request-7"', '"requestId":"request-8"');
    const { exitCode, out } = await run('-', { checkpoints }, tampered);
    expect(exitCode).toBe(1);
    expect(out).toContain('NOT AS IT WAS. The first bad entry is 7.');
  });

  test('takes one checkpoint file, and a key file, and answers in JSON', async () => {
    const options = {
      checkpoints: join(checkpoints, '0000000000000012.checkpoint'),
      key: join(checkpoints, 'log.vkey'),
      json: true,
    };
    const { exitCode, out } = await run(file, options);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ entries: 15, proven: { inside: 15, outside: 12 }, faults: [] });
  });

  test('says what it was given when that is no export, or not there', async () => {
    await expect(run('-', {}, 'hello\n')).rejects.toThrow('not the header of an audit export');
    await expect(run(join(log.folder, 'nothing'))).rejects.toMatchObject({ exitCode: 3 });
    await expect(run(file, { checkpoints: join(log.folder, 'nothing') })).rejects.toMatchObject({
      exitCode: 3,
    });
    await expect(run(file, { key: file })).rejects.toThrow('is not a verifier key');
  });
});
