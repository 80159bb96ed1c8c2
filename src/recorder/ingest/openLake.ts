import type { ClockReport } from '../../core/document/bundle.ts';
import { applyClocks } from '../clocks/applyClocks.ts';
import { estimateClocks } from '../clocks/estimateClocks.ts';
import { type Found, findFiles } from '../inputs/findFiles.ts';
import { type CorrectionSql, Lake } from '../lake/lake.ts';
import { type Ingested, type IngestOptions, ingest } from './ingest.ts';
import { explainNothing, NothingToRead } from './nothingToRead.ts';

export interface OpenedLake {
  lake: Lake;
  ingested: Ingested;
}

/** Finds, reads and redacts everything under `paths`, and opens the columnar engine over it. Throws NothingToRead. */
export async function openLake(paths: readonly string[], options: IngestOptions): Promise<OpenedLake> {
  return readIntoLake(findFiles(paths), paths, options);
}

/** The same for files that were found already. */
export async function readIntoLake(
  found: Found,
  paths: readonly string[],
  options: IngestOptions,
): Promise<OpenedLake> {
  const ingested = await ingest(found, options);
  if (ingested.runPaths.length === 0)
    throw new NothingToRead(explainNothing(paths, ingested), ingested.coverage);
  const lake = await Lake.open({ scratch: options.scratch });
  await lake.addRuns(ingested);
  return { lake, ingested };
}

/** What is known of the clocks in the lake, and the SQL that corrects them. */
export async function correctClocks(lake: Lake): Promise<{ report: ClockReport; correction: CorrectionSql }> {
  const report = await estimateClocks(lake.connection);
  return { report, correction: await applyClocks(lake.connection, report) };
}
