/**
 * How well clocks are recovered: offsets, drift and steps are injected into the traces (and logs) of a folder in the
 * layout of the Nezha data set (`trace/*.csv`, `log/*.csv`), and what is found is compared with what was injected.
 *
 *     node bench/clocks.ts FOLDER [--seeds 1,2,3] [--only 12_06,12_07,12_08] [--steps all|one|none] [--inject both|traces|none] [--logs yes|no] [--hosts no|yes]
 */
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { describeClocks } from '../src/core/clocks/describeClocks.ts';
import type { ClockReport } from '../src/core/document/bundle.ts';
import { applyClocks } from '../src/recorder/clocks/applyClocks.ts';
import { estimateClocks } from '../src/recorder/clocks/estimateClocks.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    only: { type: 'string', default: '*' },
    steps: { type: 'string', default: 'all' },
    inject: { type: 'string', default: 'both' },
    logs: { type: 'string', default: 'yes' },
    hosts: { type: 'string', default: 'no' },
    print: { type: 'boolean', default: false },
  },
});

interface Injection {
  host: string;
  /** Microseconds, ppm, microseconds. */
  offset: number;
  drift: number;
  stepAt: number;
  step: number;
}

const connection = await (await DuckDBInstance.create()).connect();
await connection.run("set timezone = 'UTC'");
const bounds = await load(connection, positionals[0] ?? '.');
for (const seed of options.seeds.split(',').map(Number)) await measure(seed);

async function measure(seed: number): Promise<void> {
  const injections = inject(seed);
  await createRecords(injections);
  const started = process.cpuUsage();
  const report = await estimateClocks(connection, 'records');
  const { user, system } = process.cpuUsage(started);
  const correction = await applyClocks(connection, report);
  if (options.print) process.stdout.write(describeClocks(report));
  const hosts = await errorsByHost(report, correction);
  for (const { host, kind, worst, middle, p99, n } of hosts) {
    console.log(`  ${host.padEnd(48)} ${kind} n ${n} error µs: middle ${middle} p99 ${p99} worst ${worst}`);
  }
  const all = await rows<{ p99: number; corrected: number }>(`
    select quantile_disc(abs(error), 0.99) as p99, max(abs(correction)) as corrected from placed where error is not null`);
  const worstHost = Math.max(...hosts.map(({ middle }) => Math.abs(middle)));
  console.log(
    `seed ${seed}: worst host ${worstHost} µs, placement p99 ${all[0]!.p99} µs, greatest correction ${all[0]!.corrected} µs, ${Math.round((user + system) / 1000)} ms of processor time\n`,
  );
}

/** Loads spans and log lines with the host that each really ran on, as far as any log names it. */
async function load(
  to: DuckDBConnection,
  folder: string,
): Promise<{ from: number; to: number; hosts: string[] }> {
  const files = (kind: string) =>
    options.only === '*'
      ? `'${folder}/${kind}/*.csv'`
      : `[${options.only.split(',').map(minute => `'${folder}/${kind}/${minute}_${kind}.csv'`)}]`;
  const csv = (list: string) => `read_csv(${list}, header = true, all_varchar = true)`;
  await to.run(
    `create table hosts as select distinct PodName as pod, Node as host from ${csv(`'${folder}/log/*.csv'`)}`,
  );
  await to.run(`create table events as
    select 'span' as kind, t.PodName as pod, coalesce(h.host, t.PodName) as host, TraceID as trace, SpanID as span,
      if(ParentID = 'root', '', ParentID) as parent, OperationName as name,
      StartTimeUnixNano::bigint // 1000 as began, EndTimeUnixNano::bigint // 1000 as ended
    from ${csv(files('trace'))} t left join hosts h on h.pod = t.PodName`);
  if (options.logs === 'yes') {
    await to.run(`insert into events
      select 'log', PodName, Node, TraceID, SpanID, '', '', TimeUnixNano::bigint // 1000, TimeUnixNano::bigint // 1000
      from ${csv(files('log'))} where TimeUnixNano::bigint > 1600000000000000000`);
  }
  const [range] = await rows<{ from: number; to: number }>(
    `select min(began)::double as "from", max(began)::double as "to" from events where kind = 'span'`,
  );
  const hosts = await rows<{ host: string }>('select distinct host from events order by host');
  return { ...range!, hosts: hosts.map(({ host }) => host) };
}

function inject(seed: number): Injection[] {
  const random = generator(seed);
  const only = Math.floor(random() * bounds.hosts.length);
  return bounds.hosts.map((host, index) => {
    const draw = {
      host,
      offset: (random() * 2 - 1) * 10e6,
      drift: (random() * 2 - 1) * 100,
      stepAt: bounds.from + random() * (bounds.to - bounds.from),
      step: (random() < 0.5 ? -1 : 1) * 5000 * 400 ** random(),
    };
    const steps = options.steps === 'all' || (options.steps === 'one' && index === only);
    if (options.inject === 'none') return { ...draw, offset: 0, drift: 0, step: 0 };
    return steps ? draw : { ...draw, step: 0 };
  });
}

async function createRecords(injections: Injection[]): Promise<void> {
  const values = injections.map(i => `('${i.host}', ${i.offset}, ${i.drift}, ${i.stepAt}, ${i.step})`);
  await connection.run(`create or replace table injected as
    select host, offset_us::double as offset_us, drift::double as drift, step_at::double as step_at, step::double as step
    from (values ${values.join(', ')}) as t(host, offset_us, drift, step_at, step)`);
  const skewed = (stamp: string) =>
    options.inject === 'traces' ? `if(e.kind = 'span', ${skew(stamp)}, ${stamp})` : skew(stamp);
  await connection.run(`create or replace table records as
    select make_timestamptz(${skewed('e.began')}) as "at", e.kind, 'folder/' || e.kind as source,
      if(e.kind = 'log' or '${options.hosts}' = 'yes', e.host, '') as host,
      regexp_replace(e.pod, '-[^-]*-[^-]*$', '') as service,
      e.trace as trace_id, e.span as span_id, e.parent as parent_span_id, e.name,
      if(e.kind = 'span', ${skewed('e.ended')} - ${skewed('e.began')}, null) as duration_us,
      0 as line, '{"pod":"' || e.pod || '"}' as attributes, e.began as true_us, e.host as true_host, e.pod
    from events e join injected i on i.host = e.host`);
}

/** What the host's clock shows at a true time, by SQL over `injected i`. */
function skew(stamp: string): string {
  const drifted = `i.offset_us + i.drift * 1e-6 * (${stamp} - ${bounds.from})`;
  return `(${stamp} + round(${drifted} + if(${stamp} >= i.step_at, i.step, 0)))::bigint`;
}

/** Corrected stamps against what the reference's own clock showed at the true time. */
async function errorsByHost(report: ClockReport, correction: Awaited<ReturnType<typeof applyClocks>>) {
  const reference = await rows<{ host: string }>(
    `select any_value(true_host) as host from records where host = '${report.reference}' or pod = '${report.reference}'`,
  );
  const { host } = reference[0]!;
  const shown = host === null ? 'r.true_us' : skew('r.true_us');
  const clocks = report.clocks.filter(({ state }) => state !== 'unknown').map(({ clock }) => `'${clock}'`);
  await connection.run(`create or replace table placed as
    select r.true_host, r.kind, r.pod, (${correction.correctionUs})::double as correction,
      if(r.true_host in (${clocks}) or r.pod in (${clocks}), (epoch_us(r."at") + (${correction.correctionUs}) - ${shown})::double, null) as error
    from (select r.* from records r) r ${correction.join} cross join (select * from injected where host = '${host}') i`);
  return rows<{ host: string; kind: string; n: number; middle: number; p99: number; worst: number }>(`
    select if(true_host in (${clocks}), true_host, pod) as host, kind, count(*)::double as n, quantile_disc(error, 0.5) as middle,
      quantile_disc(abs(error), 0.99) as p99, max(abs(error)) as worst
    from placed where error is not null group by all order by all`);
}

async function rows<Row>(sql: string): Promise<Row[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as Row[];
}

/** Mulberry32: the same numbers for the same seed, everywhere. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
