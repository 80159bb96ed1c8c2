import type { Coverage } from '../../core/document/bundle.ts';
import type { Ingested } from './ingest.ts';

/** Nothing in what was asked for could be read; the message says what was found instead, the coverage all of it. */
export class NothingToRead extends Error {
  readonly coverage: readonly Coverage[];
  constructor(message: string, coverage: readonly Coverage[]) {
    super(message);
    this.coverage = coverage;
  }
}

/** Says what stands where evidence was expected. */
export function explainNothing(paths: readonly string[], { coverage }: Ingested): string {
  const where = paths.join(', ');
  if (coverage.length === 0)
    return `${where}: the folder is empty. Put logs, traces, metrics, alerts or chat exports in it.`;
  const reasons = coverage
    .slice(0, 5)
    .map(({ path, skipped }) => `  ${path}: ${skipped || 'holds no record'}`);
  const more = coverage.length > 5 ? `\n  … and ${coverage.length - 5} more` : '';
  return `${where}: nothing could be read.\n${reasons.join('\n')}${more}`;
}
