import type { Db } from '../platform/db/openDatabase.ts';
import type { Actor } from '../platform/operations/actor.ts';
import { type Columns, codesWith } from './columns.ts';
import { findOwn } from './matchStore.ts';
import { createScratch } from './scratch.ts';
import { seenGuarded } from './seenGuarded.ts';

const scratchOfSet = createScratch(length => new Uint8Array(length));

/**
 * Documents that the actor sees, that match and that are theirs, if that is asked; each once, in the order of ords.
 *
 * @param columns brought up to date after `matches` were found
 * @param matches what is asked for, whoever may see it; undefined: everything
 */
export async function findCandidates(
  db: Db,
  actor: Actor,
  columns: Columns,
  { matches, isMine }: { matches: Uint32Array | undefined; isMine: boolean | undefined },
): Promise<Uint32Array> {
  const seen = await seenGuarded(db, actor, columns);
  const own = isMine === undefined ? undefined : await ownOf(db, actor, columns);
  const candidates = matches
    ? putAll(scratchOfSet(columns.size).fill(0), matches)
    : scratchOfSet(columns.size).fill(1);
  if (seen) hideGuarded(columns, candidates, seen);
  if (own) {
    const wanted = Number(isMine);
    for (let ord = 0; ord < candidates.length; ord++) if (own[ord] !== wanted) candidates[ord] = 0;
  }
  return toOrds(candidates);
}

/** What is not guarded everyone sees; of the rest only what is among `seen`. */
function hideGuarded({ isGuarded }: Columns, candidates: Uint8Array, seen: Uint32Array): void {
  const matching = seen.filter(ord => candidates[ord]);
  for (let ord = 0; ord < candidates.length; ord++) if (isGuarded[ord]) candidates[ord] = 0;
  for (const ord of matching) candidates[ord] = 1;
}

/**
 * What is an actor's own: what they own, declared or opened, have a role in, and what their teams take part in. Owners and
 * teams stand in the columns.
 */
async function ownOf(db: Db, { id, teamIds }: Actor, columns: Columns): Promise<Uint8Array> {
  const own = putAll(new Uint8Array(columns.size), await findOwn(db, id));
  const { ownerId, teamId, kind } = columns.facets;
  const isOwner = codesWith(ownerId, [id]);
  const isOfTeam = codesWith(teamId, teamIds);
  // An action is of whoever owns it, not of all teams of its incident.
  const isAction = codesWith(kind, ['action']);
  for (let ord = 0; ord < own.length; ord++)
    if (isOwner[ownerId.codes[ord]!] || (isOfTeam[teamId.codes[ord]!] && !isAction[kind.codes[ord]!]))
      own[ord] = 1;
  return own;
}

/** Puts documents into a set: one byte each, 1 for those that are in. Those that came after the columns were read are left out. */
function putAll(set: Uint8Array, ords: Uint32Array): Uint8Array {
  for (const ord of ords) if (ord < set.length) set[ord] = 1;
  return set;
}

function toOrds(set: Uint8Array): Uint32Array {
  let size = 0;
  for (let ord = 0; ord < set.length; ord++) size += set[ord]!;
  const ords = new Uint32Array(size);
  for (let ord = 0, place = 0; place < size; ord++) if (set[ord] === 1) ords[place++] = ord;
  return ords;
}
