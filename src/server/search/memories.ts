import { LRUCache } from 'lru-cache';
import { type ChangeLog, createChangeLog } from './changeLog.ts';
import type { Columns } from './columns.ts';
import { type RememberedOrds, rememberOrds } from './rememberOrds.ts';

/** Ords that are kept of each kind of answer: sixteen megabytes. */
const MOST_ORDS = 4_000_000;
/** Scores that are kept, some sixty bytes each. */
const MOST_SCORES = 200_000;

/** How well documents match a text, as far as it was asked, and how many changes had been heard of then. */
export interface Scores {
  asked: number;
  byOrd: ReadonlyMap<number, number>;
}

/** What a server process keeps beside the columns, and what it heard of that may have changed it. */
export interface Memories {
  /** Documents of which anything changed. */
  changes: ChangeLog;
  /** Guarded documents of which anything changed, or who may see them. */
  guards: ChangeLog;
  /** What matches a query. */
  matches: RememberedOrds;
  /** The guarded documents that somebody sees. */
  guarded: RememberedOrds;
  scores: LRUCache<string, Scores>;
}

const memories = new WeakMap<Columns, Memories>();

/** What is kept beside some columns. */
export function memoriesOf(columns: Columns): Memories {
  const known = memories.get(columns);
  if (known) return known;
  const changes = createChangeLog();
  const guards = createChangeLog();
  const created: Memories = {
    changes,
    guards,
    matches: rememberOrds(changes, MOST_ORDS),
    guarded: rememberOrds(guards, MOST_ORDS),
    scores: new LRUCache({ maxSize: MOST_SCORES, sizeCalculation: ({ byOrd }) => byOrd.size + 1 }),
  };
  memories.set(columns, created);
  return created;
}
