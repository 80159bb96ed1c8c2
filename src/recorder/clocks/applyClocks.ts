import type { DuckDBConnection } from '@duckdb/node-api';
import type { ClockReport, ClockSegment } from '../../core/document/bundle.ts';
import { type CorrectionSql, NO_CORRECTION, sqlText } from '../lake/lake.ts';
import { CLOCK, CLOCK_JOIN } from './clockNames.ts';

/**
 * Creates the temporary table `clock_segments` from a report and gives the SQL that joins it to records `r` and says
 * each record's correction and uncertainty (microseconds). A stamp before the first segment or after the last is corrected as at
 * that edge: drift is not continued beyond the evidence. Needs the tables that `estimateClocks` left.
 */
export async function applyClocks(connection: DuckDBConnection, report: ClockReport): Promise<CorrectionSql> {
  const rows = report.clocks.flatMap(({ clock, segments }) =>
    segments.map((segment, index) => segmentRow(clock, segment, segments[index - 1], segments[index + 1])),
  );
  if (rows.length === 0) return NO_CORRECTION;
  if (report.reference !== '') rows.push(`(${sqlText(report.reference)}, null, null, 0, 0, 0, 0, 0)`);
  await connection.run(`
    create or replace temp table clock_segments as
    select clock, applies_from::bigint as applies_from, applies_to::bigint as applies_to, from_us::bigint as from_us,
      to_us::bigint as to_us, offset_us::double as offset_us, drift_ppm::double as drift_ppm,
      uncertainty_us::bigint as uncertainty_us
    from (values ${rows.join(', ')})
      as t(clock, applies_from, applies_to, from_us, to_us, offset_us, drift_ppm, uncertainty_us)`);
  const stamp = 'epoch_us(r."at")';
  return {
    join: `${CLOCK_JOIN}
      left join clock_segments g on g.clock = ${CLOCK}
        and ${stamp} >= coalesce(g.applies_from, ${stamp}) and ${stamp} < coalesce(g.applies_to, ${stamp} + 1)`,
    correctionUs: `coalesce(round(g.offset_us + g.drift_ppm * 1e-6 * (least(greatest(${stamp}, g.from_us), g.to_us) - g.from_us)), 0)`,
    uncertaintyUs: 'g.uncertainty_us',
  };
}

/** A segment applies up to its neighbours; the first and the last apply for ever (null). */
function segmentRow(
  clock: string,
  { from, to, offsetUs, driftPpm, uncertaintyUs }: ClockSegment,
  before: ClockSegment | undefined,
  after: ClockSegment | undefined,
): string {
  const appliesFrom = before === undefined ? 'null' : from;
  const appliesTo = after === undefined ? 'null' : to;
  return `(${sqlText(clock)}, ${appliesFrom}, ${appliesTo}, ${from}, ${to}, ${offsetUs}, ${driftPpm}, ${uncertaintyUs})`;
}
