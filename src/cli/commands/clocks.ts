import { randomBytes } from 'node:crypto';
import { describeClocks } from '../../core/clocks/describeClocks.ts';
import { correctClocks, openLake } from '../../recorder/ingest/openLake.ts';
import { withScratch } from '../../recorder/scratch.ts';
import { EXIT } from '../exit.ts';
import { checkZone } from '../parseTime.ts';
import { terminalProgress } from '../progress.ts';
import type { World } from '../world.ts';

/** `afterword clocks PATH…`: exit code 1 when clocks contradict each other. */
export async function clocks(
  world: World,
  paths: readonly string[],
  { tz: zone, json }: { tz?: string; json?: boolean },
): Promise<number> {
  checkZone(zone);
  const progress = terminalProgress(world.stderr);
  const report = await withScratch(async scratch => {
    const { lake } = await openLake(paths, {
      scratch,
      tokenKey: randomBytes(32),
      keepReplacements: false,
      zone,
      progress: progress.show,
      signal: world.signal,
    });
    try {
      progress.show('comparing clocks', 0, 0);
      return (await correctClocks(lake)).report;
    } finally {
      lake.close();
      progress.clear();
    }
  });
  world.stdout.write(json ? `${JSON.stringify(report)}\n` : describeClocks(report));
  return report.contradictions.length > 0 ? EXIT.findings : EXIT.done;
}
