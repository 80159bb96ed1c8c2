import { createReadStream } from 'node:fs';
import type { Recording } from '../../../recorder/record/recordEvidence.ts';
import { proposeMoments } from '../../moments/proposals/store.ts';
import type { Platform } from '../../platform/operations/context.ts';
import { insertDraft } from '../../postmortems/bundleStore.ts';
import { recordRun } from './recordRun.ts';
import { endWell, insertFiles, type Run } from './runStore.ts';
import { toProposals } from './toProposals.ts';
import { Unwanted } from './watchRun.ts';

interface Recorded extends Run {
  incidentId: string;
  version: number;
  recording: Recording;
}

/**
 * Keeps what came of a reading: first the files, then, in one transaction, the reading's end, its draft, its moments and
 * the audit event.
 *
 * @throws Unwanted when the run is not to go on
 */
export async function keepRecording(
  platform: Platform,
  { readingId, runId, incidentId, version, recording }: Recorded,
): Promise<void> {
  const { bundle } = recording;
  const files = await storeFiles(platform, readingId, recording);
  const at = platform.now().toISOString();
  await platform.db.transaction().execute(async db => {
    if (!(await endWell(db, { readingId, runId }, { bundle, at }))) throw new Unwanted();
    await insertFiles(db, readingId, files);
    await insertDraft(db, { id: readingId, incidentId, bundle, at });
    await proposeMoments(db, incidentId, { evidenceVersion: version, moments: toProposals(bundle), at });
    await recordRun(db, {
      operation: 'readings.finish',
      readingId,
      incidentId,
      at,
      after: { state: 'done', version, files },
    });
  });
  platform.eventsCommitted();
}

async function storeFiles({ objects }: Platform, readingId: string, { files }: Recording) {
  const stored = [];
  for (const { path, location, sha256 } of files) {
    const { key, bytes } = await objects.put(createReadStream(location), {
      prefix: `readings/${readingId}`,
      sha256,
    });
    stored.push({ path, objectKey: key, bytes, sha256 });
  }
  return stored;
}
