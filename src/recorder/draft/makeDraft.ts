import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Bundle } from '../../core/document/bundle.ts';
import { toMarkdown } from '../../core/document/toMarkdown.ts';
import type { Micros } from '../../core/record.ts';
import { createFolder } from '../createFolder.ts';
import { BUNDLE, EVIDENCE } from '../freeze/draftPaths.ts';
import { freezeOriginals, type KeepOriginals } from '../freeze/freezeOriginals.ts';
import type { ManifestEntry } from '../freeze/manifest.ts';
import { derivedKey } from '../freeze/sealKey.ts';
import { findFiles } from '../inputs/findFiles.ts';
import { toHtml } from '../page/toHtml.ts';
import type { Progress } from '../progress.ts';
import { type Collector, writeRecording } from '../record/writeRecording.ts';

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
  collector: Collector;
  progress: Progress;
  signal: AbortSignal;
}

/** An output folder that must not be written over; the message says what to do. */
export class OutputTaken extends Error {}

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
    await createFolder(scratch, 0o777);
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
  const { paths, key, progress, signal, originals: keep } = request;
  const found = findFiles(paths);
  const frozen = await freezeOriginals(found.originals, {
    keep,
    folder,
    key,
    signal,
    progress: (done, total) => progress('freezing', done, total),
  });
  const { bundle } = await writeRecording({
    ...request,
    names: paths,
    found,
    frozen,
    folder,
    scratch,
    window: { from: request.from, to: request.to },
    tokenKey: derivedKey(key, `tokens ${hashesOf(frozen)}`),
  });
  await writeFile(join(folder, 'postmortem.md'), toMarkdown(bundle));
  await writeFile(join(folder, 'postmortem.html'), toHtml(bundle));
  return bundle;
}

const hashesOf = (frozen: readonly ManifestEntry[]): string =>
  frozen
    .map(({ sha256 }) => sha256)
    .sort()
    .join(' ');
