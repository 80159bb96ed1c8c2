import type { Kysely } from 'kysely';
import { sequenceBatch } from './sequenceBatch.ts';

/** Gives all queued events their place in the log: for a server that stops, or a command that ends. */
export async function drainQueue<Database>(db: Kysely<Database>): Promise<void> {
  while (await sequenceBatch(db, 2_000));
}
