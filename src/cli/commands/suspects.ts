import { randomBytes } from 'node:crypto';
import { describeSuspects } from '../../core/suspects/describeSuspects.ts';
import { correctClocks, openLake } from '../../recorder/ingest/openLake.ts';
import { withScratch } from '../../recorder/scratch.ts';
import { rankSuspects } from '../../recorder/suspects/rankSuspects.ts';
import { EXIT } from '../exit.ts';
import { parseWindow } from '../parseTime.ts';
import { terminalProgress } from '../progress.ts';
import type { World } from '../world.ts';

export interface SuspectsOptions {
  from?: string;
  to?: string;
  tz?: string;
  json?: boolean;
}

/** `afterword suspects PATH…`. */
export async function suspects(
  world: World,
  paths: readonly string[],
  options: SuspectsOptions,
): Promise<number> {
  const window = parseWindow(options, world.now());
  const progress = terminalProgress(world.stderr);
  const result = await withScratch(async scratch => {
    const { lake } = await openLake(paths, {
      scratch,
      tokenKey: randomBytes(32),
      keepReplacements: false,
      zone: options.tz,
      until: window.to,
      progress: progress.show,
      signal: world.signal,
    });
    try {
      const { correction } = await correctClocks(lake);
      await lake.viewRecords(correction);
      progress.show('ranking suspects', 0, 0);
      return await rankSuspects(lake.connection, window);
    } finally {
      lake.close();
      progress.clear();
    }
  });
  world.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describeSuspects(result));
  return EXIT.done;
}
