import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClockReport } from '../../src/core/document/bundle.ts';
import { applyClocks } from '../../src/recorder/clocks/applyClocks.ts';
import { CLOCK, CLOCK_JOIN } from '../../src/recorder/clocks/clockNames.ts';
import { rowsOf } from './rowsOf.ts';
import { shownAt } from './skewedRecords.ts';

/** How far a clock's stamps lie from where they belong after correction; microseconds. */
export interface ClockError {
  clock: string;
  state: string;
  records: number;
  /** The middle error, with its sign. */
  middle: number;
  worst: number;
  uncertainty: number;
  /** Share of the records whose error is within the uncertainty given for them, 0…1. */
  covered: number;
}

export interface Misplacement {
  clocks: ClockError[];
  /** Of all placed records: the error that one in a hundred exceeds. */
  p99: number;
  greatestCorrection: number;
}

/**
 * Compares corrected stamps of `records` with what the reference's own clock showed at the true time, for all clocks of
 * which the report says something. Needs the tables of `createSkewedRecords` and those that `estimateClocks` left.
 */
export async function misplacement(
  connection: DuckDBConnection,
  report: ClockReport,
  logsAreTrue: boolean,
): Promise<Misplacement> {
  const { correctionUs, join, uncertaintyUs } = await applyClocks(connection, report);
  const judged = report.clocks.filter(({ state }) => state !== 'unknown' && state !== 'contradictory');
  const states = judged.map(({ clock, state }) => `('${clock}', '${state}')`);
  if (states.length === 0) return { clocks: [], p99: 0, greatestCorrection: 0 };
  const referenceIsLogs = logsAreTrue && report.reference.endsWith(' (logs)');
  await connection.run(`create or replace table stamped as
    select ${CLOCK} as clock, r.kind, r.true_us, r.true_host, epoch_us(r."at") as shown
    from records r ${CLOCK_JOIN}`);
  await connection.run(`create or replace table placed as
    select ${CLOCK} as clock, (${correctionUs})::double as correction, (${uncertaintyUs})::double as uncertainty,
      (epoch_us(r."at") + (${correctionUs}) - ${referenceIsLogs ? 'r.true_us' : shownAt('r.true_us')})::double as error
    from records r ${join}${join.includes('pod_hosts') ? '' : CLOCK_JOIN}
    cross join (select * from injected
      where host = (select any_value(true_host) from stamped where clock = '${report.reference}')) i`);
  const clocks = await rowsOf<ClockError>(
    connection,
    `select clock, state, count(*)::double as records, quantile_disc(error, 0.5) as middle, max(abs(error)) as worst,
      max(uncertainty) as uncertainty, avg((abs(error) <= uncertainty)::integer)::double as covered
    from placed join (values ${states}) as t(clock, state) using (clock)
    where clock <> '${report.reference}'
    group by all order by clock`,
  );
  const [all] = await rowsOf<{ p99: number; corrected: number }>(
    connection,
    `select coalesce(quantile_disc(abs(error), 0.99), 0) as p99, coalesce(max(abs(correction)), 0) as corrected
    from placed join (values ${states}) as t(clock, state) using (clock)`,
  );
  return { clocks, p99: all!.p99, greatestCorrection: all!.corrected };
}
