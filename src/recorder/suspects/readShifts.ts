import type { DuckDBConnection } from '@duckdb/node-api';
import type { Shifts } from '../../core/suspects/shifts.ts';
import { loadCosts } from './loadCosts.ts';
import { loadEvents } from './loadEvents.ts';
import { loadSpans } from './loadSpans.ts';
import type { Window } from './phases.ts';
import { readCalls, readCoverage, readRequestTime } from './readCalls.ts';
import { readCosts } from './readCosts.ts';
import { readMetrics } from './readMetrics.ts';
import { readNotices } from './readNotices.ts';
import { readPatterns } from './readPatterns.ts';

/** Compares the window with its baseline in every kind of record; bulk work stays in the engine. */
export async function readShifts(connection: DuckDBConnection, window: Window): Promise<Shifts> {
  await loadSpans(connection, window);
  await loadEvents(connection, window);
  await loadCosts(connection);
  return {
    window,
    costs: await readCosts(connection),
    patterns: await readPatterns(connection),
    metrics: await readMetrics(connection, window),
    notices: await readNotices(connection, window),
    calls: await readCalls(connection),
    ...(await readCoverage(connection)),
    requestUs: await readRequestTime(connection),
  };
}
