import { seesAll } from '../platform/access/visible.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import type { Columns } from './columns.ts';
import { findGuarded, findGuardedAmong } from './guardedStore.ts';
import { memoriesOf } from './memories.ts';

/**
 * Ords of the guarded documents that an actor sees, by the condition of every query: asked in SQL, kept, and asked again of
 * those that changed. The columns must have been brought up to date after the request came; then nothing older than the
 * request is in the answer.
 *
 * @returns null for who sees all
 */
export async function seenGuarded(db: Db, actor: Actor, columns: Columns): Promise<Uint32Array | null> {
  if (seesAll(actor)) return null;
  const key = [actor.kind === 'anonymous', actor.id, ...actor.teamIds.toSorted()].join(' ');
  return memoriesOf(columns).guarded(key, {
    all: () => findGuarded(db, actor),
    among: ords => findGuardedAmong(db, actor, ords),
  });
}
