import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HASH_LENGTH } from './merkle.ts';
import type { Outside } from './outside.ts';

/** What was kept outside, and the log's public key when it was kept there too. */
export interface FoundOutside extends Outside {
  checkpoints: readonly string[];
  rotations?: readonly string[];
  publicKey?: string | undefined;
}

/**
 * Reads a folder that the server wrote checkpoints to, or a single checkpoint file:
 *
 *     log.vkey
 *     0000000000001042.checkpoint
 *     0000000000001042.rotation                    where another key took over
 *     0000000000000000-0000000000001042.leaves     32 bytes an entry
 *
 * Throws what the file system says when it cannot be read.
 */
export async function readOutside(path: string): Promise<FoundOutside> {
  if (!(await stat(path)).isDirectory()) return { checkpoints: [await readFile(path, 'utf8')] };
  const names = await readdir(path);
  const readAll = (ending: string): Promise<string[]> =>
    Promise.all(names.filter(name => name.endsWith(ending)).map(name => readFile(join(path, name), 'utf8')));
  const publicKey = names.includes('log.vkey') ? await readFile(join(path, 'log.vkey'), 'utf8') : undefined;
  const stretches = names.flatMap(name => stretchOf(path, name));
  return {
    checkpoints: await readAll('.checkpoint'),
    rotations: await readAll('.rotation'),
    publicKey,
    leafHashes: stretches.length > 0 ? () => readStretches(stretches) : undefined,
  };
}

/** The leaf hashes of entries [from, to). */
interface Stretch {
  file: string;
  from: number;
  to: number;
}

function stretchOf(folder: string, name: string): Stretch[] {
  const parts = /^(\d{1,16})-(\d{1,16})\.leaves$/.exec(name);
  return parts ? [{ file: join(folder, name), from: Number(parts[1]), to: Number(parts[2]) }] : [];
}

/** One behind the other from the first entry on, as far as they go. Stretches of several servers may overlap. */
async function* readStretches(stretches: readonly Stretch[]): AsyncGenerator<Uint8Array> {
  let reached = 0;
  for (;;) {
    const fitting = stretches.filter(({ from, to }) => from <= reached && to > reached);
    const next = fitting.reduce<Stretch | undefined>(
      (best, one) => (best && best.to >= one.to ? best : one),
      undefined,
    );
    if (!next) return;
    const start = (reached - next.from) * HASH_LENGTH;
    yield* createReadStream(next.file, { start, end: (next.to - next.from) * HASH_LENGTH - 1 });
    reached = next.to;
  }
}
