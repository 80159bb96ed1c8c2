import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle, Coverage } from '../../core/document/bundle.ts';
import type { Micros } from '../../core/record.ts';
import { draftFromRecords } from '../draft/draftFromRecords.ts';
import { BUNDLE, EVIDENCE, MANIFEST, RECORDS, REPLACEMENTS } from '../freeze/draftPaths.ts';
import { type ManifestEntry, type ManifestHeader, writeManifest } from '../freeze/manifest.ts';
import type { Ingested } from '../ingest/ingest.ts';
import { correctClocks, readIntoLake } from '../ingest/openLake.ts';
import type { Found } from '../inputs/findFiles.ts';
import { sha256Of } from '../inputs/sha256Of.ts';
import type { Lake } from '../lake/lake.ts';
import type { Progress } from '../progress.ts';
import { describeOriginal, withHashes } from './describeOriginals.ts';

/** Who records, where, when, and with which version. */
export interface Collector {
  by: string;
  host: string;
  version: string;
  now: Date;
}

/** What is asked of every recording, whoever asks. */
export interface RecordingOptions {
  title: string | undefined;
  /** What the draft looks at; either end may be open. */
  window: { from?: Micros | undefined; to?: Micros | undefined };
  /** Zone of stamps that do not say theirs. */
  zone: string | undefined;
  /** 32 bytes; signs the manifest. */
  key: Uint8Array;
  /** 32 bytes; the same value gets the same token under the same key. */
  tokenKey: Uint8Array;
  collector: Collector;
}

export interface RecordingRequest extends RecordingOptions {
  /** What people know the evidence by, for messages. */
  names: readonly string[];
  found: Found;
  /** One for each original that was found, in their order. */
  frozen: readonly ManifestEntry[];
  /** Where the recording is written. */
  folder: string;
  /** An empty folder, removed by the caller. */
  scratch: string;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

export interface WrittenRecording {
  bundle: Bundle;
  /** The files made from the originals, by their path in the folder. */
  artefacts: ManifestEntry[];
}

/**
 * From frozen files to the recording: reads and redacts them, corrects the clocks, drafts, and writes records,
 * replacements, bundle and manifest into `folder`. Throws NothingToRead, and the signal's reason.
 */
export async function writeRecording(request: RecordingRequest): Promise<WrittenRecording> {
  const { found, names, folder, scratch, tokenKey, zone, window, progress, signal } = request;
  await mkdir(join(folder, EVIDENCE), { recursive: true });
  const { lake, ingested } = await readIntoLake(found, names, {
    scratch,
    tokenKey,
    keepReplacements: true,
    zone,
    until: window.to,
    progress,
    signal,
  });
  const interrupt = (): void => lake.connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    const bundle = await draft(request, lake, ingested);
    await writeFile(join(folder, BUNDLE), `${JSON.stringify(bundle)}\n`);
    return { bundle, artefacts: await closeManifest(request, ingested.coverage) };
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', interrupt);
    lake.close();
  }
}

async function draft(request: RecordingRequest, lake: Lake, ingested: Ingested): Promise<Bundle> {
  const { folder, frozen, title, window, progress, collector } = request;
  progress('comparing clocks', 0, 0);
  const { report: clocks, correction } = await correctClocks(lake);
  progress('sorting records', 0, 0);
  await lake.writeRecords(join(folder, RECORDS), 'parquet', correction);
  if (ingested.replacementsPaths.length > 0)
    await lake.writeReplacements(ingested.replacementsPaths, join(folder, REPLACEMENTS));
  return draftFromRecords(lake.connection, {
    title,
    window,
    coverage: withHashes(ingested.coverage, frozen),
    clocks,
    redactions: ingested.redactions.map(({ rule, kind, replacements, tokens }) => ({
      rule,
      kind,
      replacements,
      values: tokens.length,
    })),
    evidence: frozen.map(({ path, sha256, bytes, state = 'referenced' }) => ({ path, sha256, bytes, state })),
    generatedAt: collector.now.toISOString(),
    generator: `afterword ${collector.version}`,
    progress,
  });
}

/** Writes the manifest of originals and artefacts; returns the artefacts. */
async function closeManifest(
  { folder, frozen, key, collector }: RecordingRequest,
  coverage: readonly Coverage[],
): Promise<ManifestEntry[]> {
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
    const location = join(folder, path);
    const info = await stat(location).catch(() => undefined);
    if (info) artefacts.push({ kind: 'artefact', path, sha256: await sha256Of(location), bytes: info.size });
  }
  const originals = frozen.map(entry => describeOriginal(entry, coverage));
  await writeFile(join(folder, MANIFEST), writeManifest(header, [...originals, ...artefacts], key));
  return artefacts;
}
