import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
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

export interface Sequencer {
  /** Says that events were committed. */
  poke(): void;
  /** Ends after the batch that is under way. */
  stop(): Promise<void>;
}

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
  let isPoked = false;
  let isStopping = false;
  let wake = (): void => undefined;

  const waitForPoke = (): Promise<void> =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, poll);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function sequenceAll(): Promise<void> {
    for (;;) {
      const sequenced = await sequenceBatch(db, batch);
      if (!sequenced) return;
      onSequenced?.(sequenced);
      if (isStopping || sequenced.to - sequenced.from < batch) return;
    }
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      isPoked = false;
      await sequenceAll().catch(onProblem);
      await pause(rest);
      if (!isPoked && !isStopping) await waitForPoke();
    }
  }

  const running = run();
  return {
    poke() {
      isPoked = true;
      wake();
    },
    async stop() {
      isStopping = true;
      wake();
      await running;
    },
  };
}
