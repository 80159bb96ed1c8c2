import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Coverage } from '../../core/document/bundle.ts';
import { findDuplicates } from '../inputs/findDuplicates.ts';
import type { Found } from '../inputs/findFiles.ts';
import type { Original, PlainFile, Skipped } from '../inputs/input.ts';
import { DEFAULT_LIMITS, type Limits } from '../inputs/limits.ts';
import { unpack } from '../inputs/unpack.ts';
import type { Progress } from '../progress.ts';
import { coverageOf } from './coverage.ts';
import type { FileFacts, InspectJob } from './inspectFile.ts';
import type { RedactionCount, Request, WorkerSetup } from './messages.ts';
import { cutIntoSegments, planFiles, type TimeOptions } from './plan.ts';
import type { Segment, SegmentResult } from './segment.ts';
import { WorkerPool } from './workerPool.ts';

export interface IngestOptions extends TimeOptions {
  /** An empty folder for run files and unpacked archives; the caller removes it. */
  scratch: string;
  tokenKey: Uint8Array;
  /** Whether every replacement is written down. */
  keepReplacements: boolean;
  /** Told what is being done, and how much of how much. */
  progress?: Progress | undefined;
  signal?: AbortSignal | undefined;
  limits?: Limits | undefined;
  threads?: number | undefined;
}

/** Everything that was read, still in runs; see `Lake`. */
export interface Ingested {
  runPaths: string[];
  replacementsPaths: string[];
  segments: { segment: Segment; result: SegmentResult }[];
  originals: Original[];
  coverage: Coverage[];
  redactions: RedactionCount[];
}

/** Bytes and files given to a worker in one message, so that many small files do not cost a message each. */
const BATCH_BYTES = 8 * 2 ** 20;
const BATCH_FILES = 256;
const PROGRESS_MS = 100;

/**
 * Reads all that was found into run files: unpacks, recognises, decides zones and years, then reads and redacts on all
 * cores. A file that cannot be read is reported in the coverage. Throws when the scratch folder cannot be written, and
 * the signal's reason when it is aborted.
 */
export async function ingest(
  { originals, skipped: notFound }: Found,
  options: IngestOptions,
): Promise<Ingested> {
  const { scratch, progress = () => undefined, limits = DEFAULT_LIMITS, signal } = options;
  const skipped = [...notFound];
  const files = await unpackAll(originals, skipped, scratch, limits, progress, signal);
  const unique = await findDuplicates(files, skipped);
  const bytes = new SharedArrayBuffer(8);
  const pool = new WorkerPool(setups(options, bytes, unique));
  const stop = (): void => void pool.stop();
  signal?.addEventListener('abort', stop);
  try {
    progress('recognising', 0, unique.length);
    const facts = await inspectAll(pool, unique);
    const planned = planFiles(unique, facts, options);
    const segments = cutIntoSegments(planned);
    const total = segments.reduce((sum, { start, end }) => sum + end - start, 0);
    const timer = setInterval(
      () => progress('reading', Number(Atomics.load(new BigInt64Array(bytes), 0)), total),
      PROGRESS_MS,
    );
    const results = await readAll(pool, segments).finally(() => clearInterval(timer));
    progress('reading', total, total);
    const finished = await pool.each<'finish'>({ type: 'finish' });
    return {
      runPaths: finished.flatMap(({ runPath }) => runPath ?? []),
      replacementsPaths: finished.flatMap(({ replacementsPath }) => replacementsPath ?? []),
      segments: segments.map(segment => ({ segment, result: results.get(segment.id)! })),
      originals,
      coverage: coverageOf(planned, [...results.values()], skipped),
      redactions: mergeCounts(finished.flatMap(({ redactions }) => redactions)),
    };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await pool.stop();
  }
}

function setups(
  { scratch, tokenKey, keepReplacements, threads }: IngestOptions,
  progress: SharedArrayBuffer,
  files: PlainFile[],
): WorkerSetup[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  // A thread costs tens of milliseconds to start: little work is done sooner by one.
  const wanted = bytes < 2 * 2 ** 20 && files.length < 200 ? 1 : (threads ?? availableParallelism());
  return Array.from({ length: wanted }, (_, i) => ({
    runPath: join(scratch, `run-${i}.parquet`),
    replacementsPath: keepReplacements ? join(scratch, `replacements-${i}.parquet`) : undefined,
    tokenKey,
    progress,
  }));
}

async function unpackAll(
  originals: Original[],
  skipped: Skipped[],
  scratch: string,
  limits: Limits,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<PlainFile[]> {
  const files: PlainFile[] = [];
  const total = originals.reduce((sum, { bytes }) => sum + bytes, 0);
  let before = 0;
  for (const original of originals) {
    signal?.throwIfAborted();
    try {
      const unpacked = await unpack(original, scratch, {
        limits,
        progress: bytes => progress('unpacking', before + bytes, total),
      });
      files.push(...unpacked.files);
      skipped.push(...unpacked.skipped);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EDQUOT') throw error;
      skipped.push({ path: original.path, bytes: original.bytes, why: message });
    }
    before += original.bytes;
  }
  return files;
}

async function inspectAll(pool: WorkerPool, files: readonly PlainFile[]): Promise<FileFacts[]> {
  const jobs = files.map(({ path, location, bytes }, file): InspectJob => ({ file, path, location, bytes }));
  const batches = inBatches(jobs, () => BATCH_BYTES / 64);
  const replies = await pool.all<'inspect'>(batches.map(batch => ({ type: 'inspect', jobs: batch })));
  return replies.flatMap(({ facts }) => facts);
}

async function readAll(pool: WorkerPool, segments: readonly Segment[]): Promise<Map<number, SegmentResult>> {
  const largestFirst = [...segments].sort((a, b) => b.end - b.start - (a.end - a.start));
  const requests = inBatches(largestFirst, ({ start, end }) => end - start).map(
    (batch): Extract<Request, { type: 'read' }> => ({ type: 'read', segments: batch }),
  );
  const replies = await pool.all<'read'>(requests);
  return new Map(replies.flatMap(({ results }) => results).map(result => [result.id, result]));
}

/** Groups items so that a group weighs at most a batch (or is a single item). */
function inBatches<T>(items: readonly T[], weigh: (item: T) => number): T[][] {
  const batches: T[][] = [];
  let weight = 0;
  for (const item of items) {
    const last = batches.at(-1);
    weight += weigh(item);
    if (last === undefined || weight > BATCH_BYTES || last.length >= BATCH_FILES) {
      batches.push([item]);
      weight = weigh(item);
    } else last.push(item);
  }
  return batches;
}

function mergeCounts(counts: readonly RedactionCount[]): RedactionCount[] {
  const merged = new Map<string, RedactionCount>();
  for (const { rule, kind, replacements, tokens } of counts) {
    const known = merged.get(rule);
    if (known === undefined) merged.set(rule, { rule, kind, replacements, tokens });
    else {
      known.replacements += replacements;
      known.tokens = [...new Set([...known.tokens, ...tokens])];
    }
  }
  return [...merged.values()].sort((a, b) => b.replacements - a.replacements);
}
