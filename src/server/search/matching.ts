import type { Db } from '../platform/db/openDatabase.ts';
import type { Columns } from './columns.ts';
import { findMatches, findMatchesAmong } from './matchStore.ts';
import { memoriesOf } from './memories.ts';

/**
 * Documents that match a tsquery, whoever may see them; one may stand there several times. Asked in SQL, kept, and asked
 * again of those that changed: a word that stands in half of all texts is looked up once. The columns must have been
 * brought up to date after the request came.
 */
export const matching = (db: Db, columns: Columns, query: string): Promise<Uint32Array> =>
  memoriesOf(columns).matches(query, {
    all: () => findMatches(db, query),
    among: ords => findMatchesAmong(db, query, ords),
  });

/** Documents whose title alone matches. In titles words stand once more, with a mark. */
export const matchingTitles = (db: Db, columns: Columns, query: string): Promise<Uint32Array> =>
  matching(db, columns, query.replaceAll(/'([^']+)'/g, "'=$1'"));
