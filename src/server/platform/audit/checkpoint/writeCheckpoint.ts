import { type Kysely, sql } from 'kysely';
import { openTree } from '../tree/openTree.ts';
import { readLogSize } from '../tree/readLogSize.ts';
import { readHashes } from '../tree/tiles.ts';
import { type Checkpoint, signCheckpoint } from './checkpoint.ts';
import type { CheckpointFolder } from './checkpointFolder.ts';
import { readRotations, refuseReplaced } from './rotation.ts';
import type { SigningKey } from './signingKey.ts';

/** The log is not what it was when its newest checkpoint was written. */
export class LogRewritten extends Error {}

/** Leaf hashes in memory at once: 2 MiB. */
const HASHES_AT_ONCE = 65_536;

/**
 * Signs the log as it is now and writes that outside; undefined when it has not grown since the newest checkpoint. Before
 * it signs it makes sure that the log is a continuation of that checkpoint: a log that was restored from an older back-up
 * or altered gets no signature, and LogRewritten is thrown; so is BadSigningKey for a key that was replaced.
 */
export async function writeCheckpoint<Database>(
  db: Kysely<Database>,
  { key, folder }: { key: SigningKey; folder: CheckpointFolder },
): Promise<Checkpoint | undefined> {
  refuseReplaced(key, await readRotations(db));
  const size = await readLogSize(db);
  const earlier = await folder.newest();
  await refuseRewritten(db, size, earlier);
  if (size === 0 || size === earlier?.size) return undefined;
  const checkpoint = { size, root: await openTree(db).rootAt(size) };
  const note = signCheckpoint(checkpoint, key);
  const grown = { from: earlier?.size ?? 0, to: size };
  await folder.add(grown, note, hashesBetween(db, grown));
  await sql`
    insert into audit_checkpoint (size, note) values (${size}, ${note}) on conflict (size) do nothing`.execute(
    db,
  );
  return checkpoint;
}

async function refuseRewritten<Database>(
  db: Kysely<Database>,
  size: number,
  earlier: Checkpoint | undefined,
): Promise<void> {
  if (!earlier) return;
  const advice =
    'If a back-up was restored on purpose, keep the checkpoints that are there and configure an empty folder for new ones. If not, the log was altered: compare an export with the checkpoints.';
  if (earlier.size > size)
    throw new LogRewritten(
      `The audit log has ${size} entries; a checkpoint outside says that it had ${earlier.size}. ${advice}`,
    );
  const root = await openTree(db).rootAt(earlier.size);
  if (!root.equals(earlier.root))
    throw new LogRewritten(
      `The first ${earlier.size} entries of the audit log are not those of the checkpoint outside. ${advice}`,
    );
}

async function* hashesBetween<Database>(
  db: Kysely<Database>,
  grown: { from: number; to: number },
): AsyncGenerator<Buffer> {
  for (let from = grown.from; from < grown.to; from += HASHES_AT_ONCE)
    yield await readHashes(db, { height: 0, from, to: Math.min(grown.to, from + HASHES_AT_ONCE) });
}
