/**
 * How often the service in which a fault was injected is ranked first, and among the first three, on a folder in the layout of the
 * Nezha data set (`*-fault_list.json` beside `log/`, `trace/` and `metric/`, and days without faults where they are there). One
 * configuration; each mode shows the ranking something else: all records, or only the fault's own minutes, with
 * windows of several lengths, none, or one kind of evidence missing.
 *
 *     node bench/suspects.ts FOLDER [--all] [--print]
 */
import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { correctClocks, openLake } from '../src/recorder/ingest/openLake.ts';
import { withScratch } from '../src/recorder/scratch.ts';
import { rankSuspects } from '../src/recorder/suspects/rankSuspects.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, print: { type: 'boolean', default: false } },
});
const BARS = { top1: 0.85, top3: 0.95, ms: 2000 };

interface Fault {
  inject_time: string;
  inject_timestamp: string;
  inject_pod: string;
  inject_type: string;
}

interface Mode {
  name: string;
  /** Seconds from the injection; none: the ranking proposes its own window. */
  window?: { from: number; to: number };
  /** Only the minutes that the data set keeps for the fault, besides the metrics. */
  ownMinutes?: boolean;
  without?: 'metric' | 'log' | 'span';
  /** Whether it is part of the short form. */
  isShort?: boolean;
}

const MODES: Mode[] = [
  ...[60, 120, 180].map(to => ({
    name: `all records, ${to} s`,
    window: { from: 0, to },
    isShort: to === 120,
  })),
  { name: 'all records, begun 60 s early', window: { from: -60, to: 120 } },
  { name: 'all records, begun 60 s late', window: { from: 60, to: 180 } },
  ...[60, 120, 180].map(to => ({
    name: `own minutes, ${to} s`,
    window: { from: 0, to },
    ownMinutes: true,
    isShort: to === 120,
  })),
  { name: 'own minutes, no window', ownMinutes: true, isShort: true },
  ...(['metric', 'log', 'span'] as const).map(without => ({
    name: `all records without ${without}s`,
    window: { from: 0, to: 120 },
    without,
  })),
];

const KINDS: Record<string, string[]> = {
  network_delay: ['network-delay'],
  cpu_contention: ['cpu'],
  cpu_consumed: ['cpu'],
  exception: ['exception'],
  return: ['wrong-result', 'exception'],
};

const folder = positionals[0];
if (folder === undefined) throw new Error('Give the folder that holds *-fault_list.json.');
const faults = globSync('**/*fault_list.json', { cwd: folder }).flatMap(
  path => Object.values(JSON.parse(readFileSync(join(folder, path), 'utf8'))).flat() as Fault[],
);
await withScratch(async scratch => {
  const parquet = join(scratch, 'records.parquet');
  await readAll(folder, scratch, parquet);
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  for (const mode of MODES.filter(({ isShort }) => options.all || isShort))
    await measure(connection, parquet, mode);
});

/**
 * When a fault began, seconds since 1970. The list's stamp is right to the minute where its text is not, but on some days it is whole
 * hours off, and once it is another fault's; then the text is all there is.
 */
function onsetOf({ inject_time, inject_timestamp }: Fault): number {
  const text = Date.parse(`${inject_time.replace(' ', 'T')}Z`) / 1000;
  const stamp = Number(inject_timestamp);
  const shifted = stamp + Math.round((text - stamp) / 3600) * 3600;
  return Math.abs(shifted - text) < 300 ? shifted : text;
}

/** Everything but the answers, through the pipeline of the command. */
async function readAll(root: string, scratch: string, parquet: string): Promise<void> {
  const evidence = globSync('**/{log,trace,metric}/*.csv', { cwd: root }).map(path => join(root, path));
  const { lake } = await openLake(evidence, {
    scratch,
    tokenKey: randomBytes(32),
    keepReplacements: false,
    zone: 'UTC',
  });
  const { correction } = await correctClocks(lake);
  await lake.writeRecords(parquet, 'parquet', correction);
  lake.close();
}

async function measure(connection: DuckDBConnection, parquet: string, mode: Mode): Promise<void> {
  const places: number[] = [];
  const times: number[] = [];
  let kinds = 0;
  for (const fault of faults) {
    await show(connection, parquet, mode, fault);
    const at = onsetOf(fault);
    const window = mode.window && {
      from: (at + mode.window.from) * 1e6,
      to: (at + mode.window.to) * 1e6,
    };
    const started = performance.now();
    const { suspects } = await rankSuspects(connection, window);
    times.push(performance.now() - started);
    const service = fault.inject_pod.split('-').slice(0, -2).join('-');
    const found = suspects.find(suspect => suspect.service === service);
    places.push(found?.rank ?? Number.POSITIVE_INFINITY);
    if (found && KINDS[fault.inject_type]?.includes(found.kind)) kinds++;
    if (options.print)
      console.log(
        `  ${service} ${fault.inject_type}: ${found?.rank ?? '-'} ${found?.kind ?? ''}, first ${suspects[0]?.reason}`,
      );
  }
  const share = (place: number) => places.filter(found => found <= place).length / places.length;
  const slowest = Math.max(...times);
  const usual = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const isMet = share(1) >= BARS.top1 && share(3) >= BARS.top3 && usual <= BARS.ms;
  const percent = (value: number) => `${(100 * value).toFixed(0)} %`.padStart(5);
  console.log(
    `${mode.name.padEnd(32)} top-1 ${percent(share(1))}  top-3 ${percent(share(3))}  kind ${percent(kinds / faults.length)}  ${Math.round(usual)} ms a fault, slowest ${Math.round(slowest)} ms  ${isMet ? 'met' : 'NOT met'}`,
  );
}

/** Lets the view `records` show what the mode allows. */
async function show(connection: DuckDBConnection, parquet: string, mode: Mode, fault: Fault): Promise<void> {
  const minute = Math.floor(Date.parse(`${fault.inject_time.replace(' ', 'T')}Z`) / 60_000);
  const own = [0, 1, 2].map(offset =>
    new Date((minute + offset) * 60_000).toISOString().slice(11, 16).replace(':', '_'),
  );
  const conditions = [
    mode.ownMinutes
      ? `(kind = 'metric' or regexp_matches(path, '(${own.join('|')})_(log|trace)') and strftime("at" at time zone 'UTC', '%Y-%m-%d') = '${fault.inject_time.slice(0, 10)}')`
      : 'true',
    mode.without ? `kind <> '${mode.without}'` : 'true',
  ];
  await connection.run(
    `create or replace view records as select * from '${parquet}' where ${conditions.join(' and ')}`,
  );
}
