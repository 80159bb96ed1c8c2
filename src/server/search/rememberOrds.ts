import { LRUCache } from 'lru-cache';
import type { ChangeLog } from './changeLog.ts';

interface Answer {
  /** How many changes had been heard of when it was asked. */
  asked: number;
  ords: Promise<Uint32Array>;
}

/** A question about documents, and the same about a few of them. */
export interface OrdsQuestion {
  all(): Promise<Uint32Array>;
  among(ords: readonly number[]): Promise<Uint32Array>;
}

export type RememberedOrds = (key: string, question: OrdsQuestion) => Promise<Uint32Array>;

/**
 * Answers that are sets of documents, by key: asked once, kept, and asked again only of documents that changed. When the
 * log was brought up to date after a request came, nothing older than the request is in its answer.
 *
 * @param room ords that are kept in all, at most, four bytes each; what was not used for longest goes first
 */
export function rememberOrds(log: ChangeLog, room: number): RememberedOrds {
  const answers = new LRUCache<string, Answer>({ maxSize: room, maxEntrySize: room });

  return (key, { all, among }) => {
    const known = answers.get(key);
    const changed = known && log.since(known.asked);
    if (known && changed?.length === 0) return known.ords;
    const ords = known && changed ? known.ords.then(before => renew(before, new Set(changed), among)) : all();
    // Counted before the question is on its way: what changes meanwhile is asked again.
    const answer = { asked: log.count, ords };
    const isLatest = (): boolean => answers.peek(key) === answer;
    answers.set(key, answer, { size: 1 });
    ords.then(
      ({ length }) => isLatest() && answers.set(key, answer, { size: length + 1 }),
      () => isLatest() && answers.delete(key),
    );
    return ords;
  };
}

async function renew(
  before: Uint32Array,
  doubtful: ReadonlySet<number>,
  among: OrdsQuestion['among'],
): Promise<Uint32Array> {
  const renewed = await among([...doubtful]);
  return Uint32Array.from([...before.filter(ord => !doubtful.has(ord)), ...renewed]);
}
