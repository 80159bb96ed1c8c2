import type { UploadSource } from '../../../client/uploadEvidence.ts';
import { api, client, queryClient } from '../../api.ts';
import { t } from '../../messages/index.ts';
import { say, sayError } from '../../ui/Toasts.tsx';
import { uploadQueue } from '../upload/uploadQueue.ts';

/** Puts files on an incident and says so; for a few seconds it can be undone. */
export function takeFiles(incidentId: string, files: readonly UploadSource[]): void {
  if (files.length === 0) return;
  const keys = uploadQueue.add(incidentId, files);
  say(t.intake.adding(files.length, incidentId), { undo: () => void takeBack(keys) });
}

/** What is on its way is given up; what has arrived is removed again, on record. */
async function takeBack(keys: readonly number[]): Promise<void> {
  const taken = uploadQueue.read().filter(({ key }) => keys.includes(key));
  for (const { key } of taken) uploadQueue.cancel(key);
  const arrived = taken.flatMap(({ evidenceId }) => evidenceId ?? []);
  try {
    for (const id of arrived) await client.evidence.remove({ id, reason: t.intake.byMistake });
    say(t.intake.takenBack(keys.length));
  } catch (error) {
    sayError(error);
  }
  for (const feature of [api.evidence, api.readings])
    void queryClient.invalidateQueries({ queryKey: feature.key() });
}
