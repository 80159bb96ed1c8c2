import type { Kysely } from 'kysely';
import { type Poked, workWhenPoked } from '../jobs/workWhenPoked.ts';
import { type Sequenced, sequenceBatch } from './sequenceBatch.ts';

export interface SequencerOptions<Database> {
  db: Kysely<Database>;
  /** Called after each batch that this process sequenced. */
  onSequenced?: (sequenced: Sequenced) => void;
  /** Called when a batch failed; it is tried again at the next poll. */
  onProblem: (error: unknown) => void;
  /** Events in one transaction. */
  batch?: number;
  /** Milliseconds between two batches, so that a busy server shares one flush among many events. */
  rest?: number;
  /** Milliseconds after which the queue is looked at without a poke: what a killed server left is found so. */
  poll?: number;
}

/** Poke it when events were committed. */
export type Sequencer = Poked;

/**
 * Gives queued events their place in the log, for as long as the server runs. Any number of servers may run one each: a
 * lock in the database lets them work one after the other, and a batch is whole or not at all.
 */
export function startSequencer<Database>({
  db,
  onSequenced,
  onProblem,
  batch = 2_000,
  rest = 20,
  poll = 1_000,
}: SequencerOptions<Database>): Sequencer {
  let isStopping = false;

  async function work(): Promise<void> {
    for (;;) {
      const sequenced = await sequenceBatch(db, batch);
      if (!sequenced) return;
      onSequenced?.(sequenced);
      if (isStopping || sequenced.to - sequenced.from < batch) return;
    }
  }

  const { poke, stop } = workWhenPoked({ work, onProblem, rest, poll });
  return {
    poke,
    stop() {
      isStopping = true;
      return stop();
    },
  };
}
