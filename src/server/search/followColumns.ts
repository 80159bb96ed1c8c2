import type { Db } from '../platform/db/openDatabase.ts';
import { type Columns, createColumns, putRow } from './columns.ts';
import { readChanges, readDocuments, readHorizon } from './followStore.ts';
import { forgetGuarded } from './seenGuarded.ts';

/** Documents that are read at once: between two such reads the server answers others. */
const BATCH = 1_000;

interface Followed {
  columns: Columns;
  /** What transactions before it changed is in the columns. */
  horizon: bigint;
}

/** One set of columns for a database, read when it is first searched. */
const followed = new WeakMap<Db, Promise<Followed>>();

/** The columns of all documents, as they are after every change that was committed before the call. */
export async function followColumns(db: Db): Promise<Columns> {
  if (!followed.has(db)) followed.set(db, load(db));
  const state = await followed.get(db)!.catch(error => {
    followed.delete(db);
    throw error;
  });
  const { horizon, rows } = await readChanges(db, String(state.horizon));
  for (const row of rows) {
    const { ord, isGuarded, version } = row;
    const isNews = state.columns.version[ord] !== version;
    if (isNews && (isGuarded || state.columns.isGuarded[ord])) forgetGuarded(state.columns, ord);
    putRow(state.columns, row);
  }
  if (BigInt(horizon) > state.horizon) state.horizon = BigInt(horizon);
  return state.columns;
}

async function load(db: Db): Promise<Followed> {
  const columns = createColumns();
  const horizon = BigInt(await readHorizon(db));
  for (let rows = await readDocuments(db, 0, BATCH); rows.length > 0; ) {
    for (const row of rows) putRow(columns, row);
    rows = await readDocuments(db, rows.at(-1)!.ord, BATCH);
  }
  return { columns, horizon };
}
