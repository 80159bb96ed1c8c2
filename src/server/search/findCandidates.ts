import { seesAll } from '../platform/access/visible.ts';
import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import type { Columns } from './columns.ts';
import { findGuarded, findOwn } from './matchStore.ts';

/**
 * Documents that the actor sees, that match and that are theirs, if that is asked; each once, in the order of ords.
 *
 * @param matches what the text matches, of what the actor sees; undefined without a text
 */
export async function findCandidates(
  db: Db,
  actor: Actor,
  columns: Columns,
  { matches, isMine }: { matches: Uint32Array | undefined; isMine: boolean | undefined },
): Promise<Uint32Array> {
  const seen = matches ? toSet(columns, matches) : await seenBy(db, actor, columns);
  if (isMine !== undefined) {
    const own = toSet(columns, await findOwn(db, actor));
    const wanted = Number(isMine);
    for (let ord = 0; ord < seen.length; ord++) if (own[ord] !== wanted) seen[ord] = 0;
  }
  return toOrds(seen);
}

/** What is not guarded everyone sees; the rest is asked for. */
async function seenBy(db: Db, actor: Actor, columns: Columns): Promise<Uint8Array> {
  const guarded = seesAll(actor) ? undefined : await findGuarded(db, actor);
  const seen = new Uint8Array(columns.size).fill(1);
  if (!guarded) return seen;
  for (let ord = 0; ord < seen.length; ord++) if (columns.isGuarded[ord]) seen[ord] = 0;
  for (const ord of guarded) if (ord < seen.length) seen[ord] = 1;
  return seen;
}

/** One byte for each document: 1 for those that are in. Documents that came after the columns were read are left out. */
function toSet({ size }: Columns, ords: Uint32Array): Uint8Array {
  const set = new Uint8Array(size);
  for (const ord of ords) if (ord < size) set[ord] = 1;
  return set;
}

function toOrds(set: Uint8Array): Uint32Array {
  const ords = new Uint32Array(set.length);
  let count = 0;
  for (let ord = 0; ord < set.length; ord++) if (set[ord]) ords[count++] = ord;
  return ords.subarray(0, count);
}
