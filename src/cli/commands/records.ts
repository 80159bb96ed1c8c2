import { rename, rm } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { correctClocks, openLake } from '../../recorder/ingest/openLake.ts';
import { NO_CORRECTION, type RecordFormat } from '../../recorder/lake/lake.ts';
import { withScratch } from '../../recorder/scratch.ts';
import { describeCoverage } from '../describeCoverage.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { tokenKeyFrom } from '../keys.ts';
import { checkZone } from '../parseTime.ts';
import { terminalProgress } from '../progress.ts';
import type { World } from '../world.ts';

export interface RecordsOptions {
  out: string;
  tz?: string;
  key?: string;
  rawClocks?: boolean;
  json?: boolean;
}

const FORMATS: Record<string, RecordFormat> = {
  '.parquet': 'parquet',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
};

/** `afterword records PATH… --out FILE`: the file appears whole or not at all. */
export async function records(
  world: World,
  paths: readonly string[],
  options: RecordsOptions,
): Promise<number> {
  const { out, tz: zone, key, rawClocks = false } = options;
  const format = FORMATS[extname(out)];
  if (format === undefined)
    throw new CommandFailed(`--out ${out}: the name must end in .parquet, .ndjson or .csv.`, EXIT.usage);
  checkZone(zone);
  const tokenKey = await tokenKeyFrom(key);
  const progress = terminalProgress(world.stderr);
  return withScratch(async scratch => {
    const { lake, ingested } = await openLake(paths, {
      scratch,
      tokenKey,
      keepReplacements: false,
      zone,
      progress: progress.show,
      signal: world.signal,
    });
    const partial = `${out}.partial`;
    try {
      progress.show('comparing clocks', 0, 0);
      const { correction } = rawClocks ? { correction: NO_CORRECTION } : await correctClocks(lake);
      progress.show('sorting', 0, 0);
      await lake.writeRecords(partial, format, correction);
      world.signal.throwIfAborted();
      await rename(partial, out);
    } finally {
      lake.close();
      await rm(partial, { force: true });
      progress.clear();
    }
    const { coverage, redactions } = ingested;
    if (options.json)
      world.stdout.write(
        `${JSON.stringify({ out, coverage, redactions: redactions.map(({ tokens, ...count }) => ({ ...count, values: tokens.length })) })}\n`,
      );
    else world.stdout.write(describeCoverage(coverage));
    return EXIT.done;
  }, dirname(out));
}
