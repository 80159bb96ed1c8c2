import { seesAll } from '../platform/access/visible.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import type { Columns } from './columns.ts';
import { findGuarded, findGuardedAmong } from './guardedStore.ts';

/** People of whom it is kept what they see, at most: four bytes a document. */
const MOST_KEPT = 200;
/** Changes that are made up for one by one; after more everything is asked anew. */
const MOST_CHANGES = 1_000;

interface Answer {
  /** How many changes there had been when it was asked. */
  asked: number;
  ords: Promise<Uint32Array>;
}

interface Memory {
  /** Ords of guarded documents that changed, or that somebody may now see or see no more. */
  changed: number[];
  /** By who asked. */
  answers: Map<string, Answer>;
}

const memories = new WeakMap<Columns, Memory>();

/** Says that a guarded document changed, or who may see it. */
export function forgetGuarded(columns: Columns, ord: number): void {
  const memory = memories.get(columns);
  if (!memory) return;
  if (memory.changed.push(ord) > MOST_CHANGES) memories.delete(columns);
}

/**
 * Ords of the guarded documents that an actor sees, by the condition of every query: asked in SQL, kept, and asked again of
 * those that changed. The columns must have been brought up to date after the request came; then nothing older than the
 * request is in the answer.
 *
 * @returns null for who sees all
 */
export async function seenGuarded(db: Db, actor: Actor, columns: Columns): Promise<Uint32Array | null> {
  if (seesAll(actor)) return null;
  const memory: Memory = memories.get(columns) ?? { changed: [], answers: new Map() };
  memories.set(columns, memory);
  const { changed, answers } = memory;
  const key = [actor.kind === 'anonymous', actor.id, ...actor.teamIds.toSorted()].join(' ');
  const known = answers.get(key);
  if (known?.asked === changed.length) return known.ords;
  const ords = known
    ? known.ords.then(before => renew(db, actor, before, changed.slice(known.asked)))
    : findGuarded(db, actor);
  // Counted before the question is on its way: what changes meanwhile is asked again.
  answers.delete(key);
  answers.set(key, { asked: changed.length, ords });
  const [oldest] = answers.keys();
  if (answers.size > MOST_KEPT) answers.delete(oldest!);
  ords.catch(() => answers.delete(key));
  return ords;
}

async function renew(db: Db, actor: Actor, before: Uint32Array, changed: number[]): Promise<Uint32Array> {
  const doubtful = new Set(changed);
  const seen = await findGuardedAmong(db, actor, [...doubtful]);
  return Uint32Array.from([...before.filter(ord => !doubtful.has(ord)), ...seen]);
}
