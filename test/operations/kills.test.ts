import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../harness/cli.ts';
import { killServer } from '../harness/killServer.ts';

const KILLS = 25;

test('a server that is killed at any moment has everything that it acknowledged, and soon', async () => {
  const report = await killServer({ kills: KILLS, workers: 6, atMost: 400 });
  try {
    expect(report).toMatchObject({
      kills: KILLS,
      lost: [],
      withoutObject: [],
      withoutEvent: [],
      outOfLog: 0,
      surprises: [],
    });
    expect(report.acknowledged).toBeGreaterThan(KILLS);
    const sorted = report.readyAgain.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(5_000);

    const environment = {
      AFTERWORD_DATA: join(report.folder, 'data'),
      AFTERWORD_CHECKPOINTS: join(report.folder, 'checkpoints'),
    };
    const keyFile = join(report.folder, 'key');
    const { stdout } = await cli(['audit', 'export'], { keyFile, environment });
    const file = join(report.folder, 'audit.jsonl');
    await writeFile(file, stdout);
    const outside = ['--checkpoints', environment.AFTERWORD_CHECKPOINTS];
    const verified = await cli(['audit', 'verify', file, ...outside], { keyFile });
    expect(verified).toMatchObject({ exitCode: 0, stderr: '' });
  } finally {
    await report.remove();
  }
}, 240_000);
