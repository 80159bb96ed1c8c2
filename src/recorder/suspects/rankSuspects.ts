import type { DuckDBConnection } from '@duckdb/node-api';
import type { Ranking } from '../../core/document/evidence.ts';
import type { Micros } from '../../core/record.ts';
import { noteLimits } from '../../core/suspects/noteLimits.ts';
import { rankCandidates } from '../../core/suspects/rankCandidates.ts';
import { writeSuspect } from '../../core/suspects/writeSuspect.ts';
import { citeSignal, loadWindow } from './citeSignal.ts';
import { type FoundWindow, findWindow } from './findWindow.ts';
import { readShifts } from './readShifts.ts';

/** Candidates in a ranking; after so many only noise is left. */
const MOST = 10;

/** What the steps leave in the connection; gone when the ranking is done. */
const TABLES = ['span', 'log', 'unit', 'event', 'cost', 'series', 'window'].map(name => `suspect_${name}`);

/**
 * Ranks likely causes from the view `records`: services (or hosts and sources where no service is named), the kind of cause,
 * the reason and its evidence. Without a window one is proposed from the records; `notes` say what could not be judged.
 */
export async function rankSuspects(
  connection: DuckDBConnection,
  asked: { from?: Micros | undefined; to?: Micros | undefined } = {},
): Promise<Ranking & { window: FoundWindow }> {
  const window = await findWindow(connection, asked);
  const shifts = await readShifts(connection, window);
  const candidates = rankCandidates(shifts).slice(0, MOST);
  const written = candidates.map((candidate, index) => writeSuspect(candidate, index + 1));
  await loadWindow(connection, window);
  for (const { suspect, grounds } of written) {
    for (const [index, signal] of grounds.entries()) {
      suspect.signals[index]!.evidence = await citeSignal(connection, signal, window);
    }
  }
  for (const table of TABLES) await connection.run(`drop table ${table}`);
  return { suspects: written.map(({ suspect }) => suspect), notes: noteLimits(shifts, candidates), window };
}
