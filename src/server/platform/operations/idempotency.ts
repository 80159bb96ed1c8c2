import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { OperationMeta } from '../../../contract/operation.ts';
import type { OperationContext } from './context.ts';
import { refuse } from './refuse.ts';
import { withoutSecrets } from './withoutSecrets.ts';

/** Keys are kept for a day; see the clean-up job. */
const LONGEST_KEY = 200;

const hashOf = (operation: string, input: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([operation, input ?? null]))
    .digest();

/**
 * Runs a change once for its `Idempotency-Key`: asked again with the same input it gets the answer of the first time;
 * two that arrive at once wait for each other on the key's row. Without a key it simply runs. Nothing secret of either is
 * kept.
 *
 * @throws invalid when the key was used with another input
 */
export async function answerOnce<T extends { output: unknown }>(
  { db, headers, actor, answerHeaders }: OperationContext,
  { operation, input, meta }: { operation: string; input: unknown; meta: OperationMeta },
  run: () => Promise<T>,
): Promise<T> {
  const key = headers['idempotency-key'];
  if (key === undefined) return run();
  if (typeof key !== 'string' || key === '' || key.length > LONGEST_KEY)
    refuse('invalid', `Idempotency-Key must be one text of 1 to ${LONGEST_KEY} characters.`);
  const inputHash = hashOf(operation, withoutSecrets(input, meta.secret));
  const mine = { actorId: actor.id, key };
  const inserted = await db
    .insertInto('idempotencyKey')
    .values({ ...mine, operation, inputHash })
    .onConflict(conflict => conflict.columns(['actorId', 'key']).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) {
    const first = await db
      .selectFrom('idempotencyKey')
      .select(['inputHash', 'answer'])
      .where('actorId', '=', mine.actorId)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (!inputHash.equals(first.inputHash))
      refuse('invalid', 'This Idempotency-Key was used with another input. Use a new key for a new request.');
    answerHeaders['idempotent-replayed'] = 'true';
    return { output: (first.answer as { output?: unknown }).output } as T;
  }
  const result = await run();
  const output = withoutSecrets(result.output, meta.shownOnce) ?? undefined;
  await db
    .updateTable('idempotencyKey')
    .set({ answer: sql`${JSON.stringify({ output })}::json` })
    .where('actorId', '=', mine.actorId)
    .where('key', '=', key)
    .execute();
  return result;
}
