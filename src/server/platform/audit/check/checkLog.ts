import { type Kysely, sql } from 'kysely';
import { type Checkpoint, readCheckpoint } from '../checkpoint/checkpoint.ts';
import { growRoot } from '../tree/growRoot.ts';
import { openTree } from '../tree/openTree.ts';
import { type CheckedEntry, readChecked } from './readChecked.ts';

export interface LogFault {
  /** The first entry that is not as it was written. */
  index: number;
  /** Where only the stretch is known: it is one of [index, before). */
  before: number | null;
  reason: string;
}

export interface LogReport {
  entries: number;
  /** How many leading entries the checkpoint covers and fits. */
  proven: number;
  erased: number;
  firstBad: LogFault | null;
}

/**
 * Holds every stored entry against its hash and its commitments, and the tree over them against a checkpoint that was
 * kept outside. What a server says of itself is for the eye; for proof there is `afterword audit verify`, which needs no
 * server.
 */
export async function checkLog<Database>(
  db: Kysely<Database>,
  outside: Checkpoint | undefined,
): Promise<LogReport> {
  const tree = growRoot();
  const signed = await readSigned(db, outside);
  let entries = 0;
  let erased = 0;
  let fitting = 0;
  let other: Checkpoint | undefined;
  let firstBad: LogFault | null = null;
  const compare = (): void => {
    for (; signed[0]?.size === entries; signed.shift()) {
      if (other) continue;
      if (tree.root().equals(signed[0].root)) fitting = entries;
      else other = signed[0];
    }
  };
  compare();
  for await (const entry of readChecked(db)) {
    firstBad ??= faultOf(entry, entries);
    if (entry.index !== entries) break;
    tree.add(entry.hash);
    erased += entry.erased;
    entries++;
    compare();
  }
  firstBad ??= otherHistory(fitting, other) ?? cutOff(entries, outside);
  firstBad ??= await damagedNodes(db, entries, tree.root());
  const isProven = outside !== undefined && fitting >= outside.size;
  return {
    entries,
    proven: isProven ? Math.min(outside.size, firstBad?.index ?? outside.size) : 0,
    erased,
    firstBad,
  };
}

/** Checkpoints in the order of size: those that the database keeps narrow down where another history begins. */
async function readSigned<Database>(
  db: Kysely<Database>,
  outside: Checkpoint | undefined,
): Promise<Checkpoint[]> {
  const { rows } = await sql<{ note: string }>`
    select note from audit_checkpoint where size < ${outside?.size ?? 0} order by size`.execute(db);
  const kept = rows.map(({ note }) => readCheckpoint(note));
  return outside ? [...kept, outside] : kept;
}

function faultOf({ index, isLeafIntact, areValuesIntact }: CheckedEntry, expected: number): LogFault | null {
  if (index !== expected) return { index: expected, before: null, reason: `Entry ${expected} is missing.` };
  if (!isLeafIntact)
    return { index, before: null, reason: `Entry ${index} is not what was hashed into the log.` };
  if (!areValuesIntact)
    return { index, before: null, reason: `A value of entry ${index} is not the one that it committed to.` };
  return null;
}

const otherHistory = (fitting: number, other: Checkpoint | undefined): LogFault | null =>
  other
    ? {
        index: fitting,
        before: other.size,
        reason: `The checkpoint for ${other.size} entries was signed over others than these.`,
      }
    : null;

const cutOff = (entries: number, outside: Checkpoint | undefined): LogFault | null =>
  outside && outside.size > entries
    ? {
        index: entries,
        before: null,
        reason: `The newest checkpoint says that the log had ${outside.size} entries; here are ${entries}.`,
      }
    : null;

/** Stored inner nodes are what proofs are made of. */
async function damagedNodes<Database>(
  db: Kysely<Database>,
  size: number,
  root: Buffer,
): Promise<LogFault | null> {
  const stored = await openTree(db).rootAt(size);
  if (stored.equals(root)) return null;
  return {
    index: 0,
    before: size,
    reason:
      'All entries are as they were written, but the stored tree over them is not: proofs made of it fail.',
  };
}
