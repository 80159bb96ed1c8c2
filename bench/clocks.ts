/**
 * How well clocks are recovered: offsets, drift and steps are injected into the traces (and logs) of a folder in the
 * layout of the Nezha data set (`trace/*.csv`, `log/*.csv`), and what is found is compared with what was injected.
 *
 *     node bench/clocks.ts FOLDER                       the bars, three seeds, in about half a minute
 *     node bench/clocks.ts FOLDER --settings all        every combination of what is skewed, steps, and tells the host
 *     node bench/clocks.ts FOLDER --settings traces-one-spans,none-none-logs   (inject-steps-hosts)
 *         --window 3    in windows of three minutes each in place of the whole folder;  --windows 10   of so many of them
 *         --only 12_06,12_07,12_08   of these files;  --seeds 1,2,3;  --print   each clock;  --misses   clocks far off
 */
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { describeClocks } from '../src/core/clocks/describeClocks.ts';
import { estimateClocks } from '../src/recorder/clocks/estimateClocks.ts';
import { type ClockError, type Misplacement, misplacement } from './clocks/misplacement.ts';
import { createSkewedRecords, loadEvents, type Setting } from './clocks/skewedRecords.ts';

/** Microseconds. */
const BARS = { host: 1000, placement: 1500, uninjected: 500 };

/** Of a clock's records, at least this share must lie within the uncertainty that is given for them. */
const COVERED = 0.95;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    settings: { type: 'string', default: 'both-all-logs,none-none-logs' },
    seeds: { type: 'string', default: '1,2,3' },
    only: { type: 'string' },
    window: { type: 'string' },
    windows: { type: 'string', default: '1000' },
    print: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});

interface Run extends Misplacement {
  cpuMs: number;
}

const connection = await (await DuckDBInstance.create()).connect();
await connection.run("set timezone = 'UTC'");
const loaded = await loadEvents(connection, positionals[0] ?? '.');
const windows = windowsOf(options.only?.split(',') ?? loaded);
for (const setting of settingsOf(options.settings)) {
  const runs: Run[] = [];
  const seeds = setting.inject === 'none' ? [1] : options.seeds.split(',').map(Number);
  for (const seed of seeds) for (const minutes of windows) runs.push(await measure(setting, seed, minutes));
  process.stdout.write(`${summary(setting, runs)}\n`);
}

async function measure(setting: Setting, seed: number, minutes: readonly string[]): Promise<Run> {
  await createSkewedRecords(connection, minutes, setting, seed);
  const started = process.cpuUsage();
  const report = await estimateClocks(connection, 'records');
  const { user, system } = process.cpuUsage(started);
  const found = await misplacement(connection, report, setting.inject === 'traces');
  if (options.print) process.stdout.write(describeClocks(report));
  for (const clock of found.clocks) {
    const isMiss = Math.abs(clock.middle) > BARS.host || clock.covered < COVERED;
    if (options.print || (options.misses && isMiss))
      process.stdout.write(`  seed ${seed}, ${minutes[0]}: ${errorText(clock)}\n`);
  }
  return { ...found, cpuMs: (user + system) / 1000 };
}

/** The folder in one, or cut into windows of so many minutes each, evenly drawn. */
function windowsOf(minutes: readonly string[]): string[][] {
  if (options.window === undefined) return [[...minutes]];
  const size = Number(options.window);
  const all: string[][] = [];
  for (const minute of minutes) {
    const last = all.at(-1);
    if (last !== undefined && minuteOf(minute) - minuteOf(last[0]!) < size) last.push(minute);
    else all.push([minute]);
  }
  const stride = Math.max(1, Math.ceil(all.length / Number(options.windows)));
  return all.filter((_, index) => index % stride === 0);
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function settingsOf(text: string): Setting[] {
  const all = (['both', 'traces'] as const).flatMap(inject =>
    (['all', 'one', 'none'] as const).flatMap(steps =>
      (['logs', 'none', 'spans'] as const).map(hosts => ({ inject, steps, hosts })),
    ),
  );
  const still = (['logs', 'none', 'spans'] as const).map(hosts => ({
    inject: 'none' as const,
    steps: 'none' as const,
    hosts,
  }));
  // Without log lines, it is all the same whether they are skewed too.
  const distinct = [...all.filter(({ inject, hosts }) => inject === 'both' || hosts !== 'none'), ...still];
  if (text === 'all') return distinct;
  const chosen = text.split(',');
  return distinct.filter(({ inject, steps, hosts }) => chosen.includes(`${inject}-${steps}-${hosts}`));
}

function summary({ inject, steps, hosts }: Setting, runs: readonly Run[]): string {
  const clocks = runs.flatMap(run => run.clocks);
  const name = `${inject}-${steps}-${hosts}`.padEnd(18);
  const cpu = `${Math.round(runs.reduce((sum, run) => sum + run.cpuMs, 0) / runs.length)} ms of processor time`;
  const covered = clocks.filter(({ covered }) => covered >= COVERED).length;
  const inside = `truth within ± for ${covered} of ${clocks.length} clocks`;
  if (inject === 'none') {
    const greatest = Math.max(...runs.map(run => run.greatestCorrection));
    return `clocks ${name} greatest correction ${against(greatest, BARS.uninjected)}; ${inside}; ${cpu}`;
  }
  const worst = Math.max(0, ...clocks.map(({ middle }) => Math.abs(middle)));
  const p99 = Math.max(...runs.map(run => run.p99));
  const near = runs.filter(run => run.clocks.every(({ middle }) => Math.abs(middle) <= BARS.host)).length;
  const placed = runs.filter(run => run.p99 <= BARS.placement).length;
  return (
    `clocks ${name} worst host ${against(worst, BARS.host)}, ${near} of ${runs.length} met; ` +
    `placement p99 ${against(p99, BARS.placement)}, ${placed} met; ${inside}; ${cpu}`
  );
}

function against(value: number, bar: number): string {
  return `${(value / 1000).toFixed(3)} ms (bar ${bar / 1000} ms: ${value <= bar ? 'met' : 'NOT met'})`;
}

function errorText({ clock, state, records, middle, worst, uncertainty, covered }: ClockError): string {
  const holds = `± ${uncertainty} µs holds for ${(covered * 100).toFixed(1)} %`;
  return `${clock} ${state}, ${records} records: off by ${middle} µs in the middle, ${worst} µs at worst, ${holds}`;
}
