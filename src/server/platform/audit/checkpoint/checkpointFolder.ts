import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, realpath, rename } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createFolder } from '../../../../recorder/createFolder.ts';
import { readIfThere } from '../../readIfThere.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { leadingTo, type Rotation } from './rotation.ts';
import type { SigningKey } from './signingKey.ts';

/** A folder that cannot hold this log's checkpoints; the message says why, and what to do. */
export class BadCheckpointFolder extends Error {}

const KEY_FILE = 'log.vkey';
const DIGITS = 16;

/**
 * Where checkpoints are kept: `0000000000001042.checkpoint`, beside it in `0000000000001000-0000000000001042.leaves` the
 * leaf hashes since the checkpoint before, the log's first public key in `log.vkey`, and `0000000000001042.rotation` where
 * another key took over. Files are only ever added. Servers of
 * one database may share a folder: their stretches may then overlap.
 */
export interface CheckpointFolder {
  newest(): Promise<Checkpoint | undefined>;
  /** Writes leaf hashes, then the checkpoint: a checkpoint that is there has its leaves. */
  add(grown: { from: number; to: number }, note: string, leafHashes: AsyncIterable<Buffer>): Promise<void>;
}

/**
 * Opens the folder, made when it is missing. Handovers between the log's keys that it lacks are added. Throws
 * BadCheckpointFolder when it is in the data folder or another log's.
 */
export async function openCheckpointFolder(
  folder: string,
  {
    dataFolder,
    key,
    rotations = [],
  }: { dataFolder: string; key: SigningKey; rotations?: readonly Rotation[] },
): Promise<CheckpointFolder> {
  await createFolder(folder);
  const path = await realpath(folder);
  if (isWithin(path, await realpath(dataFolder)))
    throw new BadCheckpointFolder(
      `${folder} lies in the data folder: what can change the log could change its checkpoints. Give a folder elsewhere, best on another machine's disk.`,
    );
  await claim(path, key, rotations);
  return {
    async newest() {
      const names = (await readdir(path)).filter(name => name.endsWith('.checkpoint')).sort();
      const last = names.at(-1);
      return last === undefined ? undefined : readCheckpoint(await readFile(join(path, last), 'utf8'));
    },
    async add({ from, to }, note, leafHashes) {
      await writeWhole(join(path, `${digits(from)}-${digits(to)}.leaves`), leafHashes);
      await writeWhole(join(path, `${digits(to)}.checkpoint`), [note]);
      await sync(path);
    },
  };
}

const digits = (size: number): string => String(size).padStart(DIGITS, '0');

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}

/** Two logs in one folder would look like a log that was altered. */
async function claim(path: string, key: SigningKey, rotations: readonly Rotation[]): Promise<void> {
  const file = join(path, KEY_FILE);
  const content = await readIfThere(file);
  if (!content) return writeWhole(file, [`${key.publicKey}\n`]);
  const first = content.toString('utf8').trim();
  if (first === key.publicKey) return;
  const handovers = leadingTo(key.publicKey, rotations);
  const since = handovers.findIndex(({ from }) => from === first);
  if (since < 0)
    throw new BadCheckpointFolder(
      `${path} holds the checkpoints of another log, or of another key: ${first}. Bring that key file back, or give an empty folder.`,
    );
  const names = new Set(await readdir(path));
  for (const { size, note } of handovers.slice(since)) {
    const name = `${digits(size)}.rotation`;
    if (!names.has(name)) await writeWhole(join(path, name), [note]);
  }
  await sync(path);
}

/** A file is there whole or not at all, whatever is killed. */
async function writeWhole(path: string, parts: Iterable<string> | AsyncIterable<Buffer>): Promise<void> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    for await (const piece of parts) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
