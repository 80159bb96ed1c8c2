import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from '../../core/document/bundle.ts';
import { makeDraft, OutputTaken } from '../../recorder/draft/makeDraft.ts';
import type { KeepOriginals } from '../../recorder/freeze/freezeOriginals.ts';
import { readOrMakeKey } from '../../recorder/freeze/sealKey.ts';
import { VERSION } from '../../recorder/version.ts';
import { describeDraft } from '../describeDraft.ts';
import { CommandFailed, EXIT } from '../exit.ts';
import { parseWindow } from '../parseTime.ts';
import { terminalProgress } from '../progress.ts';
import type { World } from '../world.ts';

export interface DraftOptions {
  out: string;
  from?: string;
  to?: string;
  tz?: string;
  title?: string;
  force?: boolean;
  originals: KeepOriginals;
  key?: string;
  json?: boolean;
}

/** `afterword draft PATH… --out DIR`. */
export async function draft(world: World, paths: readonly string[], options: DraftOptions): Promise<number> {
  const bundle = await draftInto(world, paths, options);
  world.stdout.write(
    options.json ? `${summaryJson(options.out, bundle)}\n` : describeDraft(options.out, bundle),
  );
  return EXIT.done;
}

/** Makes the draft, with progress on the terminal. Throws CommandFailed. */
export async function draftInto(
  world: World,
  paths: readonly string[],
  options: DraftOptions,
): Promise<Bundle> {
  const { from, to } = parseWindow(options, world.now());
  const key = await readOrMakeKey(options.key ?? world.keyFile);
  const progress = terminalProgress(world.stderr);
  try {
    return await makeDraft({
      paths,
      out: options.out,
      from,
      to,
      zone: options.tz,
      title: options.title,
      originals: options.originals,
      replace: options.force ?? false,
      key,
      collector: { by: userInfo().username, host: hostname(), version: VERSION, now: world.now() },
      progress: progress.show,
      signal: world.signal,
    });
  } catch (error) {
    if (error instanceof OutputTaken) throw new CommandFailed(error.message, EXIT.usage);
    throw error;
  } finally {
    progress.clear();
  }
}

function summaryJson(
  out: string,
  { title, window, summary, moments, suspects, gaps, coverage }: Bundle,
): string {
  return JSON.stringify({
    out,
    files: ['postmortem.md', 'postmortem.html', 'bundle.json', 'evidence'].map(name => join(out, name)),
    title,
    window,
    summary: summary.map(({ text }) => text),
    records: coverage.reduce((sum, { records }) => sum + records, 0),
    moments: { kept: moments.filter(({ kept }) => kept).length, all: moments.length },
    suspects: suspects.map(({ rank, service, kind, reason }) => ({ rank, service, kind, reason })),
    gaps: gaps.length,
  });
}
