import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { killRepeatedly } from '../../../../test/harness/killRepeatedly.ts';

test('no acknowledged row is lost when server, PostgreSQL or both are killed while rows are written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-kills-'));
  try {
    const { acknowledged, lost } = await killRepeatedly(folder, { kills: 6 });
    expect(lost).toEqual([]);
    expect(acknowledged).toBeGreaterThan(1_500);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
