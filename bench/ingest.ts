/**
 * A million mixed events (syslog, NDJSON, OTLP) parsed, redacted, merged in time order and written as Parquet, beside the
 * time the columnar engine alone needs to turn the same records, as NDJSON, into sorted Parquet. Both in processes of
 * their own, in turn, start-up included.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeMixedEvents } from './mixedEvents.ts';
import { type Cost, median, processCost } from './processCost.ts';

const EVENTS = 1_000_000;
const ROUNDS = 5;
const BAR_RATIO = 2;
const BAR_MB = 1536;

const script = (name: string): string => fileURLToPath(new URL(`./child/${name}.ts`, import.meta.url));
const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);

const folder = mkdtempSync(join(tmpdir(), 'afterword-bench-'));
try {
  const evidence = join(folder, 'evidence');
  writeMixedEvents(evidence, EVENTS, Number(process.argv[2] ?? 1));
  const bytes = readdirSync(evidence).reduce((sum, name) => sum + statSync(join(evidence, name)).size, 0);
  const ndjson = join(folder, 'same.ndjson');
  const ours = join(folder, 'ours.parquet');
  await processCost(script('records'), [evidence, ndjson]);
  const costs: { ours: Cost; engine: Cost }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const pair = {
      ours: await processCost(script('records'), [evidence, ours]),
      engine: await processCost(script('engine'), [ndjson, join(folder, 'engine.parquet')]),
    };
    if (round > 0) costs.push(pair);
  }
  const ratio = median(costs.map(({ ours, engine }) => ours.wallMs / engine.wallMs));
  const peak = Math.max(...costs.map(({ ours }) => ours.peakMb));
  process.stdout.write(
    [
      `ingest: ${EVENTS} events, ${mb(bytes)} MB in, ${mb(statSync(ours).size)} MB Parquet out`,
      `  afterword records   ${median(costs.map(({ ours }) => ours.wallMs)).toFixed(0)} ms, peak ${peak.toFixed(0)} MiB`,
      `  engine from NDJSON  ${median(costs.map(({ engine }) => engine.wallMs)).toFixed(0)} ms, peak ${Math.max(...costs.map(({ engine }) => engine.peakMb)).toFixed(0)} MiB (${mb(statSync(ndjson).size)} MB)`,
      `  ratio ${ratio.toFixed(2)} (bar ≤ ${BAR_RATIO}), memory bar ≤ ${BAR_MB} MiB: ${ratio <= BAR_RATIO && peak <= BAR_MB ? 'met' : 'NOT met'}`,
      '',
    ].join('\n'),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
