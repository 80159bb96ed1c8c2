import { checkEntry, countErased } from './checkEntry.ts';
import { growTree } from './merkle.ts';
import { type Checkpoint, openCheckpoint } from './openCheckpoint.ts';
import type { ParsedLine, StatedEntry } from './parseLine.ts';
import type { FaultKind } from './report.ts';
import { LINE_FAULTS, startCounts, type Walk, type WalkStart } from './walk.ts';

type Side = 'inside' | 'outside';

const WHERE: Record<Side, string> = { inside: 'in the export', outside: 'from outside' };

/** Walks the whole log from its first entry: builds its tree again, and compares that with every checkpoint on the way. */
export function walkEntries({ keys, rotations, inside, outside, outsideHashAt, note }: WalkStart): Walk {
  const tree = growTree();
  const counts = startCounts();
  const awaited = [
    ...outside.map(checkpoint => ({ ...checkpoint, side: 'outside' as Side })),
    ...[...rotations, ...(inside ? [inside] : [])].map(({ size, root, origin }) => ({
      ...{ size, root, origin },
      side: 'inside' as Side,
    })),
  ].sort((a, b) => a.size - b.size);
  let nextAwaited = 0;
  const unrecorded = new Map(rotations.map(({ to, size }) => [to.text, size]));
  /** Once the entries are not those that were signed, no later root can fit. */
  let isOtherHistory = false;

  function compareRoot({ size, root, side }: Checkpoint & { side: Side }): void {
    if (isOtherHistory) return;
    if (tree.root().equals(root)) {
      counts.proven[side] = size;
      return;
    }
    isOtherHistory = true;
    // Whoever holds the signing key can make checkpoints inside: they say nothing against one from outside.
    const index = side === 'outside' ? counts.proven.outside : provenSoFar();
    const before = size - index > 1 ? { before: size } : {};
    const detail = `the checkpoint ${WHERE[side]} for ${size} entries was signed over others than these`;
    note({ index, ...before, kind: 'other history', detail });
  }

  const provenSoFar = (): number => Math.max(counts.proven.inside, counts.proven.outside);

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
      return noteBreak(entry.index, 'entry stands twice', `again where entry ${expected} should be`);
    if (expected === inside?.size)
      return noteBreak(expected, 'other entry', 'the export was signed as ending before it');
    const hash = Buffer.from(entry.hash, 'base64url');
    const kept = await outsideHashAt(expected);
    if (kept && !hash.equals(kept) && !isOtherHistory) {
      note({ index: expected, ...LINE_FAULTS.notKeptOutside });
      isOtherHistory = true;
    }
    for (const fault of checkEntry(entry)) note({ index: expected, ...fault });
    counts.erased += countErased(entry);
    counts.entries++;
    forgetRecorded(entry);
    tree.append(hash);
    compareAwaited();
    return true;
  }

  function forgetRecorded({ index, leaf: { operation, subject } }: StatedEntry): void {
    const { kind, id } = (subject ?? {}) as { kind?: unknown; id?: unknown };
    if (operation !== 'audit.rotateKey' || kind !== 'audit_key') return;
    if (index >= (unrecorded.get(String(id)) ?? Number.POSITIVE_INFINITY)) unrecorded.delete(String(id));
  }

  function takeCheckpoint(text: string): boolean {
    const opened = openCheckpoint(text, keys);
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
    const detail = `the one that stands before entry ${tree.size()}: ${why}`;
    note({ index: provenSoFar(), kind: 'forged checkpoint', detail });
    return true;
  }

  async function take(line: ParsedLine): Promise<boolean> {
    const index = tree.size();
    if (line.kind === 'unreadable' || line.kind === 'header')
      return noteBreak(index, LINE_FAULTS.unreadable.kind, LINE_FAULTS.unreadable.detail);
    if (!line.isCanonical) note({ index, ...LINE_FAULTS.notCanonical });
    return line.kind === 'checkpoint' ? takeCheckpoint(line.note) : takeEntry(line.entry);
  }

  function finish(): void {
    for (const [key, size] of unrecorded)
      note({ index: size, kind: 'forged key', detail: `no entry records that ${key} took over` });
    const missing = awaited.findLast(({ size }) => size > tree.size());
    if (!missing || isOtherHistory) return;
    const detail = `the checkpoint ${WHERE[missing.side]} says that the log had ${missing.size} entries; here are ${tree.size()}`;
    note({ index: tree.size(), kind: 'cut off', detail });
  }

  compareAwaited();
  return { take, finish, counts };
}
