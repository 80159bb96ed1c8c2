import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Bundle, Coverage } from '../../core/document/bundle.ts';
import { toMarkdown } from '../../core/document/toMarkdown.ts';
import type { Micros } from '../../core/record.ts';
import { freezeOriginals, type KeepOriginals } from '../freeze/freezeOriginals.ts';
import { type ManifestEntry, type ManifestHeader, writeManifest } from '../freeze/manifest.ts';
import { derivedKey } from '../freeze/sealKey.ts';
import { EVIDENCE, MANIFEST } from '../freeze/verifyFolder.ts';
import type { Ingested } from '../ingest/ingest.ts';
import { correctClocks, readIntoLake } from '../ingest/openLake.ts';
import { findFiles } from '../inputs/findFiles.ts';
import { sha256Of } from '../inputs/sha256Of.ts';
import type { Lake } from '../lake/lake.ts';
import { toHtml } from '../page/toHtml.ts';
import { versionedReaders } from '../readers/versionedReaders.ts';
import { draftFromRecords } from './draftFromRecords.ts';

export interface DraftRequest {
  paths: readonly string[];
  out: string;
  from: Micros | undefined;
  to: Micros | undefined;
  zone: string | undefined;
  title: string | undefined;
  originals: KeepOriginals;
  /** Replace a draft that is there already. */
  replace: boolean;
  key: Uint8Array;
  collector: { by: string; host: string; version: string; now: Date };
  progress: (stage: string, done: number, total: number) => void;
  signal: AbortSignal;
}

/** An output folder that must not be written over; the message says what to do. */
export class OutputTaken extends Error {}

const RECORDS = `${EVIDENCE}/records.parquet`;
const REPLACEMENTS = `${EVIDENCE}/redactions.parquet`;
const BUNDLE = 'bundle.json';

/**
 * From evidence to a draft: freeze, read, correct the clocks, propose, write. Everything is made in a folder beside
 * `out` and moved there at the end, so that a draft is there whole or not at all. Throws OutputTaken, NothingToRead,
 * UnreadableInput, and the signal's reason.
 */
export async function makeDraft(request: DraftRequest): Promise<Bundle> {
  const out = resolve(request.out);
  await checkOutput(out, request);
  const folder = `${out}.partial-${process.pid}`;
  const scratch = join(folder, '.scratch');
  try {
    await mkdir(scratch, { recursive: true });
    await mkdir(join(folder, EVIDENCE));
    const bundle = await writeDraft(request, folder, scratch);
    await rm(scratch, { recursive: true });
    request.signal.throwIfAborted();
    if (request.replace) await rm(out, { recursive: true, force: true });
    await rename(folder, out);
    return bundle;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function checkOutput(out: string, { replace, paths }: DraftRequest): Promise<void> {
  const inside = paths.find(path => out === resolve(path) || out.startsWith(`${resolve(path)}/`));
  if (inside !== undefined)
    throw new OutputTaken(`--out ${out} lies inside ${inside}, which is to be read. Write beside it.`);
  const there = await stat(out).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isDirectory()) throw new OutputTaken(`${out} is a file. Give a folder with --out.`);
  const files = await readdir(out);
  if (files.length === 0) return void (await rm(out, { recursive: true }));
  const isDraft = files.includes(BUNDLE) && files.includes(EVIDENCE);
  if (!isDraft) throw new OutputTaken(`${out} is not empty. Give a new folder with --out.`);
  if (!replace)
    throw new OutputTaken(
      `${out} holds a draft already, perhaps with edits. Give a new folder with --out, or replace it with --force.`,
    );
}

async function writeDraft(request: DraftRequest, folder: string, scratch: string): Promise<Bundle> {
  const { paths, key, zone, to, progress, signal, collector, originals: keep } = request;
  const found = findFiles(paths);
  const originals = await freezeOriginals(found.originals, {
    keep,
    folder,
    key,
    signal,
    progress: (done, total) => progress('freezing', done, total),
  });
  const tokenKey = derivedKey(
    key,
    `tokens ${originals
      .map(({ sha256 }) => sha256)
      .sort()
      .join(' ')}`,
  );
  const { lake, ingested } = await readIntoLake(found, paths, {
    scratch,
    tokenKey,
    keepReplacements: true,
    zone,
    until: to,
    progress,
    signal,
  });
  const interrupt = (): void => lake.connection.interrupt();
  signal.addEventListener('abort', interrupt);
  try {
    progress('comparing clocks', 0, 0);
    const { report: clocks, correction } = await correctClocks(lake);
    progress('sorting records', 0, 0);
    await lake.writeRecords(join(folder, RECORDS), 'parquet', correction);
    await writeReplacements(lake, ingested, join(folder, REPLACEMENTS));
    progress('drafting', 0, 0);
    const bundle = await draftFromRecords(lake.connection, {
      title: request.title,
      window: { from: request.from, to },
      coverage: withHashes(ingested.coverage, originals),
      clocks,
      redactions: ingested.redactions.map(({ rule, kind, replacements, tokens }) => ({
        rule,
        kind,
        replacements,
        values: tokens.length,
      })),
      evidence: originals.map(({ path, sha256, bytes, state = 'referenced' }) => ({
        path,
        sha256,
        bytes,
        state,
      })),
      generatedAt: collector.now.toISOString(),
      generator: `afterword ${collector.version}`,
    });
    await writeFile(join(folder, BUNDLE), `${JSON.stringify(bundle)}\n`);
    await writeFile(join(folder, 'postmortem.md'), toMarkdown(bundle));
    await writeFile(join(folder, 'postmortem.html'), toHtml(bundle));
    await writeFile(join(folder, MANIFEST), await manifestOf(folder, originals, ingested.coverage, request));
    return bundle;
  } finally {
    signal.removeEventListener('abort', interrupt);
    lake.close();
  }
}

/** The account of every replacement, with path and line instead of segment numbers. */
async function writeReplacements(lake: Lake, { replacementsPaths }: Ingested, path: string): Promise<void> {
  if (replacementsPaths.length === 0) return;
  await lake.writeReplacements(replacementsPaths, path);
}

/** Rows of the coverage with the hash of the original that each came from (an archive's entries share it). */
function withHashes(coverage: readonly Coverage[], originals: readonly ManifestEntry[]): Coverage[] {
  const hashes = new Map(originals.map(({ path, sha256 }) => [path, sha256]));
  return coverage.map(row => ({ ...row, sha256: hashOf(row.path, hashes) }));
}

function hashOf(path: string, hashes: ReadonlyMap<string, string>): string {
  for (let name = path; name !== '.' && name !== '/'; name = dirname(name)) {
    const hash = hashes.get(name);
    if (hash !== undefined) return hash;
  }
  return '';
}

async function manifestOf(
  folder: string,
  originals: readonly ManifestEntry[],
  coverage: readonly Coverage[],
  { key, collector }: DraftRequest,
): Promise<string> {
  const header: ManifestHeader = {
    format: 'afterword/manifest',
    version: 1,
    collectedBy: collector.by,
    host: collector.host,
    collectedAt: collector.now.toISOString(),
    collector: `afterword ${collector.version}`,
  };
  const artefacts: ManifestEntry[] = [];
  for (const path of [RECORDS, REPLACEMENTS, BUNDLE]) {
    const info = await stat(join(folder, path)).catch(() => undefined);
    if (info)
      artefacts.push({
        kind: 'artefact',
        path,
        sha256: await sha256Of(join(folder, path)),
        bytes: info.size,
      });
  }
  return writeManifest(
    header,
    [...originals.map(entry => describeOriginal(entry, coverage)), ...artefacts],
    key,
  );
}

const isoOf = (at: Micros): string => new Date(Math.floor(at / 1000)).toISOString();

/** An original with what its files were read as, and the times they span. */
function describeOriginal(entry: ManifestEntry, coverage: readonly Coverage[]): ManifestEntry {
  const rows = coverage.filter(({ path }) => path === entry.path || path.startsWith(`${entry.path}/`));
  const readers: Record<string, number> = {};
  for (const row of rows) {
    for (const [name, records] of Object.entries(row.readers)) {
      const reader = versionedReaders.get(name) ?? name;
      readers[reader] = (readers[reader] ?? 0) + records;
    }
  }
  const times = rows.flatMap(({ from, to }) => (from === null || to === null ? [] : [from, to]));
  if (times.length === 0) return { ...entry, readers };
  return { ...entry, readers, from: isoOf(Math.min(...times)), to: isoOf(Math.max(...times)) };
}
