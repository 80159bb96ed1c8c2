import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cli } from '../harness/cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-configuration-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (command: string, environment: Record<string, string>) =>
  cli([command], { keyFile: join(folder, 'key'), environment });

test.each(['serve', 'migrate', 'doctor'])('a wrong configuration is wrong usage of `%s`', async command => {
  const { exitCode, stderr } = await run(command, { AFTERWORD_PORT: 'x', AFTERWORD_DTA: '/data' });
  expect(exitCode).toBe(2);
  expect(stderr).toContain('AFTERWORD_PORT: must be a number');
  expect(stderr).toContain('AFTERWORD_DTA: is not a variable of ours');
});

// Elsewhere there is no place where folders are never made, whoever asks.
test.skipIf(process.platform !== 'linux')('a data folder that cannot be made is said at once', async () => {
  expect(
    await run('serve', {
      AFTERWORD_DATA: '/proc/nowhere/data',
      AFTERWORD_CHECKPOINTS: join(folder, 'checkpoints'),
    }),
  ).toMatchObject({
    exitCode: 3,
    stderr: expect.stringContaining('/proc/nowhere cannot be used: no folder can be made there.'),
  });
});
