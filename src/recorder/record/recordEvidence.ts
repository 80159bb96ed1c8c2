import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bundle } from '../../core/document/bundle.ts';
import { BUNDLE, MANIFEST, ORIGINALS } from '../freeze/draftPaths.ts';
import type { ManifestEntry } from '../freeze/manifest.ts';
import type { Original } from '../inputs/input.ts';
import { sha256Of } from '../inputs/sha256Of.ts';
import { onDisk } from '../objects/files/onDisk.ts';
import { type EvidenceSource, receiveOriginals } from './receiveOriginals.ts';
import { followRecording, type RecordingProgress } from './recordingProgress.ts';
import { runRecordingProcess } from './runRecordingProcess.ts';
import { throttled } from './throttled.ts';
import type { RecordingOptions } from './writeRecording.ts';

export interface EvidenceRequest extends RecordingOptions {
  originals: readonly EvidenceSource[];
  /** A folder that is made here, private, and removed by the caller. */
  workFolder: string;
  onProgress: (progress: RecordingProgress) => void;
  signal: AbortSignal;
}

/** A file of a recording, ready to be stored. */
export interface RecordedFile {
  /** In the folder of a draft, e.g. `evidence/records.parquet`. */
  path: string;
  location: string;
  sha256: string;
  bytes: number;
}

/** What evidence became: the draft with its coverage, gaps, clocks, counts of redactions; and the files behind it. */
export interface Recording {
  bundle: Bundle;
  /** Records and (where there were any) replacements as Parquet, the bundle, and the manifest that signs them. */
  files: RecordedFile[];
}

/**
 * Records evidence that lies elsewhere, in a process of its own: copies it to the work folder, reads, redacts, drafts.
 * What is left in the work folder is the recording's files. Throws NothingToRead, EvidenceChanged, StorageUnavailable,
 * RecordingFailed, what `open` throws, and the signal's reason, at once.
 */
export async function recordEvidence(request: EvidenceRequest): Promise<Recording> {
  const { originals: sources, workFolder, onProgress, signal, ...options } = request;
  const received = join(workFolder, 'originals');
  const folder = join(workFolder, 'recording');
  const scratch = join(workFolder, 'scratch');
  const follow = followRecording(() => performance.now());
  const progress = throttled((stage, done, total) => onProgress(follow(stage, done, total)));
  const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
  try {
    const originals = await onDisk(workFolder, async () => {
      for (const made of [workFolder, scratch, folder]) await mkdir(made, { recursive: true, mode: 0o700 });
      return receiveOriginals(sources, {
        folder: received,
        progress: bytes => progress('receiving', bytes, total),
        signal,
      });
    });
    const artefacts = await runRecordingProcess(
      {
        ...options,
        names: ['the evidence'],
        found: { originals, skipped: [] },
        frozen: originals.map((original, index) => frozenEntry(original, sources[index]!)),
        folder,
        scratch,
      },
      { progress, signal },
    );
    return {
      bundle: JSON.parse(await readFile(join(folder, BUNDLE), 'utf8')) as Bundle,
      files: [...artefacts, await manifestOf(folder)].map(({ path, sha256, bytes }) => ({
        path,
        location: join(folder, path),
        sha256,
        bytes,
      })),
    };
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    for (const made of [received, scratch]) await rm(made, { recursive: true, force: true });
  }
}

/** The manifest speaks of the sealed original as it would lie in the folder of a draft. */
function frozenEntry({ path, bytes, modifiedMs }: Original, source: EvidenceSource): ManifestEntry {
  return {
    kind: 'original',
    path,
    modifiedAt: new Date(modifiedMs).toISOString(),
    sha256: source.sha256,
    bytes,
    state: 'sealed',
    file: `${ORIGINALS}/${source.sha256}.sealed`,
    fileSha256: source.sealedSha256,
  };
}

async function manifestOf(folder: string): Promise<Pick<RecordedFile, 'path' | 'sha256' | 'bytes'>> {
  const location = join(folder, MANIFEST);
  return { path: MANIFEST, sha256: await sha256Of(location), bytes: (await readFile(location)).length };
}
