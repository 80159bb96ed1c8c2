import { randomUUIDv7 } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { parseInstant } from '../../../core/instant.ts';
import { unsealObject } from '../../../recorder/objects/sealObject.ts';
import type { EvidenceSource } from '../../../recorder/record/receiveOriginals.ts';
import { recordEvidence } from '../../../recorder/record/recordEvidence.ts';
import { VERSION } from '../../../recorder/version.ts';
import type { Job } from '../../platform/jobs/startJobs.ts';
import type { Platform } from '../../platform/operations/context.ts';
import { originalKey } from '../items/originals.ts';
import { listPresent, type PresentItem } from '../items/store.ts';
import { endReading } from './endReading.ts';
import { keepRecording } from './keepRecording.ts';
import { type BegunRun, beginRun, type Run, setEvidence } from './runStore.ts';
import { watchRun } from './watchRun.ts';

/**
 * Job: reads all evidence of an incident and keeps what comes of it. It may be killed at any point and run again: the
 * objects are there before the one transaction that names them, and a run that was overtaken ends nothing.
 */
export const readEvidence = (async ({ readingId }: { readingId: string }, { platform, signal, attempt }) => {
  const run: Run = { readingId, runId: randomUUIDv7() };
  const begun = await begin(platform, run);
  if (!begun) return;
  const watched = watchRun(platform, run);
  const workFolder = join(platform.workFolder, `reading-${run.runId}`);
  const ended = AbortSignal.any([signal, watched.signal]);
  try {
    const recording = await recordEvidence({
      originals: begun.items.map(item => toSource(platform, begun.incidentId, item)),
      workFolder,
      ...settingsOf(platform, begun),
      onProgress: watched.tell,
      signal: ended,
    });
    await keepRecording(platform, { ...run, ...begun, recording });
  } catch (error) {
    await endReading(platform, {
      ...run,
      incidentId: begun.incidentId,
      error,
      attempt,
      isStopping: signal.aborted,
    });
  } finally {
    await watched.stop();
    await rm(workFolder, { recursive: true, force: true });
  }
}) satisfies Job;

/** The run, with the evidence that there is when it begins. */
const begin = ({ db, now }: Platform, run: Run): Promise<(BegunRun & { items: PresentItem[] }) | undefined> =>
  db.transaction().execute(async transaction => {
    const begun = await beginRun(transaction, run, now().toISOString());
    if (!begun) return undefined;
    const items = await listPresent(transaction, begun.incidentId);
    await setEvidence(
      transaction,
      run.readingId,
      items.map(({ id }) => id),
    );
    return { ...begun, items };
  });

const toSource = (platform: Platform, incidentId: string, item: PresentItem): EvidenceSource => ({
  name: item.name,
  bytes: item.bytes,
  sha256: item.sha256,
  sealedSha256: item.sealedSha256,
  modifiedAt: new Date(item.modifiedAt ?? item.collectedAt),
  open: signal =>
    unsealObject(platform.objects, item.sealedKey, { key: originalKey(platform, incidentId), signal }),
});

const microsOf = (at: string | undefined) => (at === undefined ? undefined : parseInstant(at));

function settingsOf({ keyFor, now }: Platform, { incidentId, title, options, requester }: BegunRun) {
  return {
    title,
    window: { from: microsOf(options.from), to: microsOf(options.to) },
    zone: options.zone,
    key: keyFor(`manifest of incident ${incidentId}`),
    // One key an incident: a value keeps its token when evidence is added, and tells nothing elsewhere.
    tokenKey: keyFor(`tokens of incident ${incidentId}`),
    collector: { by: requester ?? 'Afterword', host: hostname(), version: VERSION, now: now() },
  };
}
