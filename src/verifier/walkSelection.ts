import { checkEntry, countErased } from './checkEntry.ts';
import { type Checkpoint, openCheckpoint } from './openCheckpoint.ts';
import type { Header } from './parseHeader.ts';
import type { ParsedLine, StatedEntry } from './parseLine.ts';
import { verifyConsistency } from './verifyConsistency.ts';
import { verifyInclusion } from './verifyInclusion.ts';
import { LINE_FAULTS, startCounts, type Walk, type WalkStart } from './walk.ts';

const bytesOf = (hashes: readonly string[]): Buffer[] => hashes.map(hash => Buffer.from(hash, 'base64url'));

/**
 * Walks some entries of a log, each with its own proof. It shows that these stand in the log as they are; not that no
 * other would have belonged to them.
 */
export function walkSelection(
  { keys, inside, outside, outsideHashAt, note }: WalkStart,
  earlier: Header['earlier'],
): Walk {
  const counts = startCounts();
  let next = 0;

  async function takeEntry(entry: StatedEntry): Promise<boolean> {
    const { index } = entry;
    if (index < next)
      note({ index, kind: 'entry stands twice', detail: 'the entries are not in their order' });
    const leafHash = Buffer.from(entry.hash, 'base64url');
    const proof = bytesOf(entry.proof ?? []);
    if (inside && !verifyInclusion({ index, leafHash, proof, ...inside }))
      note({ index, kind: 'other entry', detail: 'its proof does not show that it stands in the log' });
    const kept = index < next ? undefined : await outsideHashAt(index);
    if (kept && !leafHash.equals(kept)) note({ index, ...LINE_FAULTS.notKeptOutside });
    for (const fault of checkEntry(entry)) note({ index, ...fault });
    counts.erased += countErased(entry);
    counts.entries++;
    next = Math.max(next, index + 1);
    return true;
  }

  async function take(line: ParsedLine): Promise<boolean> {
    if (line.kind !== 'entry') {
      note({ index: next, ...LINE_FAULTS.unreadable });
      return false;
    }
    if (!line.isCanonical) note({ index: line.entry.index, ...LINE_FAULTS.notCanonical });
    return takeEntry(line.entry);
  }

  /** The log that was signed inside must be the one that was signed outside, grown. */
  function compareLogs(now: Checkpoint): void {
    counts.proven.inside = now.size;
    const longest = outside.at(-1);
    if (longest && longest.size > now.size) {
      const detail = `a checkpoint from outside says that the log had ${longest.size} entries, not ${now.size}`;
      note({ index: now.size, kind: 'cut off', detail });
    }
    for (const then of [linkOf(now), now]) if (then) compareWithOutside(then);
  }

  function linkOf(now: Checkpoint): Checkpoint | undefined {
    if (!earlier) return undefined;
    const opened = openCheckpoint(earlier.checkpoint, keys);
    if ('refused' in opened) {
      note({ index: 0, kind: 'forged checkpoint', detail: `the earlier one: ${opened.refused}` });
      return undefined;
    }
    const { size, root } = opened.checkpoint;
    const claim = { earlierSize: size, earlierRoot: root, ...now, proof: bytesOf(earlier.proof) };
    if (verifyConsistency(claim)) return opened.checkpoint;
    const detail = `the log is not shown to be the one that was signed at ${size} entries`;
    note({ index: 0, before: size, kind: 'other history', detail });
    return undefined;
  }

  function compareWithOutside({ size, root }: Checkpoint): void {
    const kept = outside.find(checkpoint => checkpoint.size === size);
    if (!kept) return;
    if (kept.root.equals(root)) {
      counts.proven.outside = size;
      return;
    }
    const detail = `the checkpoint from outside for ${size} entries is of another log`;
    note({ index: 0, before: size, kind: 'other history', detail });
  }

  if (inside) compareLogs(inside);
  return { take, finish: () => undefined, counts };
}
