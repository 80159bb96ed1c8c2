import type { Db } from '../platform/db/openDatabase.ts';
import { type Columns, createColumns, putRow } from './columns.ts';
import { type DocumentChanges, readChanges, readDocuments, readHorizon } from './followStore.ts';
import { memoriesOf } from './memories.ts';

/** Documents that are read at once: between two such reads the server answers others. */
const BATCH = 1_000;

interface Followed {
  columns: Columns;
  /** What transactions before it changed is in the columns. */
  horizon: bigint;
  /** Changes of words that were last heard of: a transaction that stays open lets them be read again and again. */
  heard: ReadonlySet<string>;
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
  const changes = await readChanges(db, String(state.horizon));
  hear(state, changes);
  const horizon = BigInt(changes.horizon);
  if (horizon > state.horizon) state.horizon = horizon;
  return state.columns;
}

function hear(state: Followed, { rows, texts }: DocumentChanges): void {
  const { columns } = state;
  const { changes, guards } = memoriesOf(columns);
  for (const row of rows) {
    const { ord, isGuarded, version } = row;
    if (columns.version[ord] !== version) {
      changes.note(ord);
      if (isGuarded || columns.isGuarded[ord]) guards.note(ord);
    }
    putRow(columns, row);
  }
  const before = state.heard;
  state.heard = new Set(texts.map(String));
  for (const text of texts) if (!before.has(String(text))) changes.note(text[0]);
}

async function load(db: Db): Promise<Followed> {
  const columns = createColumns();
  const horizon = BigInt(await readHorizon(db));
  for (let rows = await readDocuments(db, 0, BATCH); rows.length > 0; ) {
    for (const row of rows) putRow(columns, row);
    rows = await readDocuments(db, rows.at(-1)!.ord, BATCH);
  }
  return { columns, horizon, heard: new Set() };
}
