import { seesAll } from '../platform/access/visible.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import type { Columns } from './columns.ts';
import { findGuarded } from './matchStore.ts';

/** People of whom it is kept, at most: a few kilobytes each. */
const MOST_KEPT = 200;

type Answers = Map<string, Promise<Uint32Array>>;

const kept = new WeakMap<Columns, Answers>();

/** Forgets who sees what: a guarded document changed, or who may see one. */
export function forgetGuarded(columns: Columns): void {
  kept.delete(columns);
}

/**
 * Ords of the guarded documents that an actor sees, by the condition of every query: asked in SQL, and kept until a guarded
 * document changes. The columns must have been brought up to date after the request came: what they forgot by then is asked
 * anew, and an answer that was begun before that is put where nobody looks any more.
 *
 * @returns null for who sees all
 */
export async function seenGuarded(db: Db, actor: Actor, columns: Columns): Promise<Uint32Array | null> {
  if (seesAll(actor)) return null;
  const answers: Answers = kept.get(columns) ?? new Map();
  kept.set(columns, answers);
  const key = [actor.kind === 'anonymous', actor.id, ...actor.teamIds.toSorted()].join(' ');
  const known = answers.get(key);
  if (known) return known;
  const [oldest] = answers.keys();
  if (answers.size >= MOST_KEPT && oldest !== undefined) answers.delete(oldest);
  const asked = findGuarded(db, actor);
  answers.set(key, asked);
  asked.catch(() => answers.delete(key));
  return asked;
}
