import type { Kysely } from 'kysely';
import type { CheckpointFolder } from './checkpointFolder.ts';
import type { SigningKey } from './signingKey.ts';
import { writeCheckpoint } from './writeCheckpoint.ts';

export interface CheckpointOptions<Database> {
  db: Kysely<Database>;
  key: SigningKey;
  folder: CheckpointFolder;
  /** Called with what kept a checkpoint from being written; LogRewritten is an alarm. */
  onProblem: (error: unknown) => void;
  /** Milliseconds between two checkpoints of a log that grows. */
  interval?: number;
  /** Entries after which one is written sooner. */
  growth?: number;
}

export interface Checkpoints {
  /** Says how long the log is now; give it to the sequencer's `onSequenced`. */
  grown(size: number): void;
  /** Writes a last one and ends. */
  stop(): Promise<void>;
}

/** Writes checkpoints for as long as the server runs. */
export function startCheckpoints<Database>({
  db,
  key,
  folder,
  onProblem,
  interval = 60_000,
  growth = 10_000,
}: CheckpointOptions<Database>): Checkpoints {
  let written = 0;
  let underWay: Promise<void> | undefined;

  async function write(): Promise<void> {
    try {
      written = (await writeCheckpoint(db, { key, folder }))?.size ?? written;
    } catch (error) {
      onProblem(error);
    }
    underWay = undefined;
  }

  /** One at a time: whoever asks while one is being written is content with it. */
  const writeSoon = (): Promise<void> => {
    underWay ??= write();
    return underWay;
  };

  const timer = setInterval(writeSoon, interval);
  void writeSoon();
  return {
    grown(size) {
      if (size - written >= growth) void writeSoon();
    },
    async stop() {
      clearInterval(timer);
      await underWay;
      await writeSoon();
    },
  };
}
