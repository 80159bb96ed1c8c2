import { checkEntry, countErased } from './checkEntry.ts';
import { type GrowingTree, growTree } from './merkle.ts';
import { type Checkpoint, openCheckpoint } from './openCheckpoint.ts';
import type { ParsedLine, StatedEntry } from './parseLine.ts';
import { FAULTS_KEPT, type Fault, type FaultKind } from './report.ts';
import type { VerifierKey } from './verifierKey.ts';

type Side = 'inside' | 'outside';

/** A checkpoint that the entries must fit when there are as many as it covers. */
export interface Awaited extends Checkpoint {
  side: Side;
}

/** What is known before the first entry. */
export interface WalkStart {
  key: VerifierKey;
  /** How many entries the export was signed as; undefined when that signature is worth nothing. */
  end: number | undefined;
  /** In order of size. */
  awaited: readonly Awaited[];
  /** The hash that was kept outside for the next entry; undefined past the last that can be believed. */
  nextOutsideHash: () => Promise<Uint8Array | undefined>;
}

/** Compares entry after entry with all that is known. */
export interface Walk {
  /** Takes the next line; false when the lines after it can tell nothing more. */
  take(line: ParsedLine): Promise<boolean>;
  /** After the last line: what must have come and did not. */
  finish(): void;
  note(fault: Fault): void;
  faults: Fault[];
  counts: { entries: number; erased: number; faults: number; proven: Record<Side, number> };
  tree: GrowingTree;
}

const WHERE: Record<Side, string> = { inside: 'in the export', outside: 'from outside' };

/** Begins at the log's first entry. */
export function walkEntries({ key, end, awaited, nextOutsideHash }: WalkStart): Walk {
  const tree = growTree();
  const faults: Fault[] = [];
  const counts: Walk['counts'] = { entries: 0, erased: 0, faults: 0, proven: { inside: 0, outside: 0 } };
  let nextAwaited = 0;
  /** Once the entries are not those that were signed, no later root can fit. */
  let isOtherHistory = false;

  function note(fault: Fault): void {
    counts.faults++;
    if (faults.length < FAULTS_KEPT) faults.push(fault);
  }

  function compareRoot({ size, root, side }: Awaited): void {
    if (isOtherHistory) return;
    if (tree.root().equals(root)) {
      counts.proven[side] = size;
      return;
    }
    isOtherHistory = true;
    // Whoever holds the signing key can make checkpoints inside: they say nothing against one from outside.
    const index =
      side === 'outside' ? counts.proven.outside : Math.max(counts.proven.inside, counts.proven.outside);
    const detail = `the checkpoint ${WHERE[side]} for ${size} entries was signed over others than these`;
    note(
      size - index > 1
        ? { index, before: size, kind: 'other history', detail }
        : { index, kind: 'other history', detail },
    );
  }

  function compareAwaited(): void {
    for (; awaited[nextAwaited]?.size === tree.size(); nextAwaited++) compareRoot(awaited[nextAwaited]!);
  }

  function noteBreak(index: number, kind: FaultKind, detail: string): false {
    note({ index, kind, detail });
    isOtherHistory = true;
    return false;
  }

  async function takeEntry(entry: StatedEntry): Promise<boolean> {
    const expected = tree.size();
    if (entry.index > expected)
      return noteBreak(expected, 'missing entry', `entry ${entry.index} stands where it should be`);
    if (entry.index < expected)
      return noteBreak(
        entry.index,
        'entry stands twice',
        `it stands again where entry ${expected} should be`,
      );
    if (expected === end)
      return noteBreak(expected, 'other entry', 'the export was signed as ending before it');
    const hash = Buffer.from(entry.hash, 'base64url');
    const kept = await nextOutsideHash();
    if (kept && !hash.equals(kept) && !isOtherHistory)
      noteBreak(expected, 'other entry', 'it is not the one whose hash was kept outside');
    for (const fault of checkEntry(entry)) note({ index: expected, ...fault });
    counts.erased += countErased(entry);
    counts.entries++;
    tree.append(hash);
    compareAwaited();
    return true;
  }

  function takeCheckpoint(text: string): boolean {
    const opened = openCheckpoint(text, key);
    if ('refused' in opened) return noteForged(opened.refused);
    const { checkpoint } = opened;
    if (checkpoint.size < tree.size()) return noteForged(`it is for ${checkpoint.size} entries`);
    if (checkpoint.size > tree.size()) {
      const detail = `a checkpoint for ${checkpoint.size} entries stands where it should be`;
      return noteBreak(tree.size(), 'missing entry', detail);
    }
    compareRoot({ ...checkpoint, side: 'inside' });
    return true;
  }

  /** A checkpoint that says nothing leaves the entries since the last good one without proof. */
  function noteForged(why: string): true {
    const index = Math.max(counts.proven.inside, counts.proven.outside);
    note({
      index,
      kind: 'forged checkpoint',
      detail: `the one that stands before entry ${tree.size()}: ${why}`,
    });
    return true;
  }

  async function take(line: ParsedLine): Promise<boolean> {
    const index = tree.size();
    if (line.kind === 'unreadable' || line.kind === 'header')
      return noteBreak(index, 'unreadable', 'the line in its place is not an entry');
    if (!line.isCanonical)
      note({
        index,
        kind: 'not canonical',
        detail: 'its line is not canonical JSON: other programs may read it differently',
      });
    return line.kind === 'checkpoint' ? takeCheckpoint(line.note) : takeEntry(line.entry);
  }

  function finish(): void {
    const missing = awaited.findLast(({ size }) => size > tree.size());
    if (!missing || isOtherHistory) return;
    const detail = `the checkpoint ${WHERE[missing.side]} says that the log had ${missing.size} entries; here are ${tree.size()}`;
    note({ index: tree.size(), kind: 'cut off', detail });
  }

  compareAwaited();
  return { take, finish, note, faults, counts, tree };
}
