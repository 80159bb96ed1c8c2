import { type Kysely, sql } from 'kysely';
import { canonicalJson } from '../canonicalJson.ts';
import { isSignedBy, readCheckpoint, signCheckpoint } from '../checkpoint/checkpoint.ts';
import { leadingTo, readRotations } from '../checkpoint/rotation.ts';
import type { SigningKey } from '../checkpoint/signingKey.ts';
import { openTree, type Tree } from '../tree/openTree.ts';
import { readLogSize } from '../tree/readLogSize.ts';
import { entryLine } from './entryLine.ts';
import { readEntries } from './readEntries.ts';

const FORMAT = 'afterword-audit-selection/1';

/**
 * The entries of one incident as lines of canonical JSON, each with the proof that it stands in the log where it says.
 * The header holds a checkpoint over the log, and the proof that it continues the newest one that was written outside.
 */
export async function* exportSelection<Database>(
  db: Kysely<Database>,
  { key, incidentId }: { key: SigningKey; incidentId: string },
): AsyncGenerator<string> {
  const size = await readLogSize(db);
  const tree = openTree(db);
  const checkpoint = signCheckpoint({ size, root: await tree.rootAt(size) }, key);
  const handovers = leadingTo(key.publicKey, await readRotations(db));
  const keys = [key.publicKey, ...handovers.map(({ from }) => from)];
  const earlier = await proveGrowth(db, { keys, tree, size });
  const rotations = handovers.map(({ note }) => note);
  yield `${canonicalJson({ checkpoint, earlier, format: FORMAT, publicKey: key.publicKey, rotations })}\n`;
  for await (const entry of readEntries(db, { from: 0, to: size, incidentId }))
    yield entryLine(entry, await tree.proveInclusion(Number(entry.index), size));
}

async function proveGrowth<Database>(
  db: Kysely<Database>,
  { keys, tree, size }: { keys: readonly string[]; tree: Tree; size: number },
): Promise<{ checkpoint: string; proof: string[] } | null> {
  const { rows } = await sql<{ note: string }>`
    select note from audit_checkpoint where size <= ${size} order by size desc limit 1`.execute(db);
  const note = rows[0]?.note;
  if (note === undefined || !keys.some(key => isSignedBy(note, key))) return null;
  const proof = await tree.proveConsistency(readCheckpoint(note).size, size);
  return { checkpoint: note, proof: proof.map(hash => hash.toString('base64url')) };
}
