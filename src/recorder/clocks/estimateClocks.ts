import type { DuckDBConnection } from '@duckdb/node-api';
import type { Exchange } from '../../core/clocks/exchange.ts';
import { fitClocks, placeSteps, stepWindows } from '../../core/clocks/fitClocks.ts';
import { type ClockStamps, reportClocks } from '../../core/clocks/reportClocks.ts';
import type { ClockReport } from '../../core/document/bundle.ts';
import { CLOCK, CLOCK_JOIN } from './clockNames.ts';
import { createClockTables } from './createClockTables.ts';
import { readExchanges } from './readExchanges.ts';
import { readStepEvidence } from './readStepEvidence.ts';

/**
 * Estimates the offset, drift and steps of every clock in a relation of records (RECORD_COLUMNS, `at` as stamped) from
 * causally paired spans and log lines. Leaves the temporary tables `pod_hosts` and `log_clocks`, which `applyClocks` joins.
 */
export async function estimateClocks(
  connection: DuckDBConnection,
  records = 'records_read',
): Promise<ClockReport> {
  await createClockTables(connection, records);
  const stamps = await readStamps(connection, records);
  const exchanges = await readExchanges(connection, records);
  const report = reportClocks(await fitAndPlace(connection, exchanges), exchanges, stamps);
  await connection.run('drop table clock_spans');
  return report;
}

async function fitAndPlace(connection: DuckDBConnection, exchanges: readonly Exchange[]) {
  const rough = fitClocks(exchanges);
  if (rough === undefined) return undefined;
  const windows = stepWindows(rough);
  return windows.length === 0
    ? rough
    : placeSteps(rough, windows, await readStepEvidence(connection, windows));
}

async function readStamps(connection: DuckDBConnection, records: string): Promise<ClockStamps[]> {
  const reader = await connection.runAndReadAll(`
    select ${CLOCK} as clock, count(*)::double as records,
      min(epoch_us(r."at"))::double as first, max(epoch_us(r."at"))::double as last
    from ${records} r ${CLOCK_JOIN}
    group by all`);
  return reader.getRowObjectsJS() as unknown as ClockStamps[];
}
