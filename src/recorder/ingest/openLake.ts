import { findFiles } from '../inputs/findFiles.ts';
import type { ClockReport } from '../../core/document/bundle.ts';
import { type CorrectionSql, Lake, NO_CORRECTION } from '../lake/lake.ts';
import { applyClocks } from '../clocks/applyClocks.ts';
import { estimateClocks } from '../clocks/estimateClocks.ts';
import { type Ingested, type IngestOptions, ingest } from './ingest.ts';

/** Nothing in what was asked for could be read; the message says what was found instead. */
export class NothingToRead extends Error {}

export interface OpenedLake {
  lake: Lake;
  ingested: Ingested;
}

/** Finds, reads and redacts everything under `paths`, and opens the columnar engine over it. Throws NothingToRead. */
export async function openLake(paths: readonly string[], options: IngestOptions): Promise<OpenedLake> {
  return readIntoLake(await findFiles(paths), paths, options);
}

/** The same for files that were found already. */
export async function readIntoLake(found: Awaited<ReturnType<typeof findFiles>>, paths: readonly string[], options: IngestOptions): Promise<OpenedLake> {
  const ingested = await ingest(found, options);
  if (ingested.runPaths.length === 0) throw new NothingToRead(explainNothing(paths, ingested));
  const lake = await Lake.open({ scratch: options.scratch });
  await lake.addRuns(ingested);
  return { lake, ingested };
}

function explainNothing(paths: readonly string[], { coverage }: Ingested): string {
  const where = paths.join(', ');
  if (coverage.length === 0) return `${where}: the folder is empty. Put logs, traces, metrics, alerts or chat exports in it.`;
  const reasons = coverage.slice(0, 5).map(({ path, skipped }) => `  ${path}: ${skipped || 'holds no record'}`);
  const more = coverage.length > 5 ? `\n  … and ${coverage.length - 5} more` : '';
  return `${where}: nothing could be read.\n${reasons.join('\n')}${more}`;
}

/** What is known of the clocks in the lake, and the SQL that corrects them. */
export async function correctClocks(lake: Lake): Promise<{ report: ClockReport; correction: CorrectionSql }> {
  const report = await estimateClocks(lake.connection);
  const isAnyCorrected = report.clocks.some(({ state }) => state === 'corrected');
  return { report, correction: isAnyCorrected ? await applyClocks(lake.connection, report) : NO_CORRECTION };
}
