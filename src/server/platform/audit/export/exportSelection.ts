import { type Kysely, sql } from 'kysely';
import { canonicalJson } from '../canonicalJson.ts';
import { readCheckpoint, signCheckpoint } from '../checkpoint/checkpoint.ts';
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
  const earlier = await proveGrowth(db, { key, tree, size });
  yield `${canonicalJson({ checkpoint, earlier, format: FORMAT, publicKey: key.publicKey })}\n`;
  for await (const entry of readEntries(db, { from: 0, to: size, incidentId }))
    yield entryLine(entry, await tree.proveInclusion(Number(entry.index), size));
}

async function proveGrowth<Database>(
  db: Kysely<Database>,
  { key, tree, size }: { key: SigningKey; tree: Tree; size: number },
): Promise<{ checkpoint: string; proof: string[] } | null> {
  const { rows } = await sql<{ note: string }>`
    select note
    from audit_checkpoint
    where size <= ${size} and starts_with(note, ${`${key.origin}\n`})
    order by size desc limit 1`.execute(db);
  if (!rows[0]) return null;
  const proof = await tree.proveConsistency(readCheckpoint(rows[0].note).size, size);
  return { checkpoint: rows[0].note, proof: proof.map(hash => hash.toString('base64url')) };
}
