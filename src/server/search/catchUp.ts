import type { Logger } from 'pino';
import type { Db } from '../platform/db/openDatabase.ts';
import { type Poked, workWhenPoked } from '../platform/jobs/workWhenPoked.ts';
import { indexStale } from './staleStore.ts';

/** Parts that are indexed in one transaction, and how many such a search waits for. */
const BATCH = 200;
const MOST_BATCHES = 10;

/** Milliseconds: so many notes share one transaction, which is less work for each; and until those are found that a killed server left. */
const REST = 1_000;
const POLL = 10_000;

/**
 * Indexes the notes that were committed before the call. Whoever searches calls it first, and so finds what they wrote a
 * moment ago. After two thousand notes it leaves the rest to the next call.
 */
export async function catchUp(db: Db): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const indexed = await indexStale(db, BATCH);
    if (indexed === 0) return;
  }
}

/**
 * Indexes notes while nobody waits for it, whenever it is poked, so that a search finds little to do. What it cannot do
 * now, because the disk is full or an incident is locked, it does later.
 */
export const startCatchUp = ({ db, log }: { db: Db; log: Logger }): Poked =>
  workWhenPoked({
    work: () => catchUp(db),
    onProblem: error => log.debug({ err: error }, 'notes wait to be searched'),
    rest: REST,
    poll: POLL,
  });
