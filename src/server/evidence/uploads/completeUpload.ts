import { randomUUIDv7 } from 'node:crypto';
import type { OperationContext } from '../../platform/operations/context.ts';
import { refuse, refuseAbsent } from '../../platform/operations/refuse.ts';
import { findItem, findTwin, insertItem } from '../items/store.ts';
import { type EvidenceItem, toItem } from '../items/toItem.ts';
import { requestReading } from '../readings/requestReading.ts';
import { sealUpload } from './sealUpload.ts';
import { endUpload, findUpload, listParts, lockUpload, type UploadRow } from './store.ts';

/**
 * Makes evidence of an upload: seals the original first, then, in one transaction, the item, the end of the upload and
 * the reading that it calls for. Asked again, it answers with what the upload became.
 *
 * @throws not_found, invalid, conflict
 */
export async function completeUpload(context: OperationContext, id: string): Promise<EvidenceItem> {
  const upload = (await findUpload(context.db, context.actor, id)) ?? refuseAbsent('upload');
  if (upload.state !== 'open') return context.commit(inner => answerAgain(inner, upload));
  const parts = await listParts(context.db, id);
  const original = await sealUpload(context.platform, upload, parts);
  let isKept = false;
  const item = await context.commit(async inner => {
    const locked = await lockUpload(inner.db, id);
    if (locked?.state !== 'open') return answerAgain(inner, { ...upload, ...locked });
    isKept = true;
    return keep(inner, upload, original);
  });
  // Only where the answer is certain: an original without a row is swept up, a row without an original is a loss.
  if (!isKept) await context.platform.objects.delete(original.sealed.key);
  return item;
}

async function keep(
  context: OperationContext,
  upload: UploadRow,
  { sha256, bytes, sealed }: Awaited<ReturnType<typeof sealUpload>>,
): Promise<EvidenceItem> {
  const { db, actor, now } = context;
  const { incidentId, name, modifiedAt } = upload;
  const twin = await findTwin(db, incidentId, sha256);
  if (twin)
    refuse('conflict', `The same file is on this incident already, as ${twin.name}. Cancel this upload.`);
  const id = randomUUIDv7();
  await insertItem(db, {
    id,
    incidentId,
    name,
    bytes,
    sha256,
    sealedKey: sealed.key,
    sealedBytes: sealed.bytes,
    sealedSha256: sealed.sha256,
    modifiedAt,
    collectedBy: actor.id || null,
    at: now,
  });
  await endUpload(db, upload.id, { state: 'complete', evidenceId: id });
  const after = toItem((await findItem(db, actor, id))!);
  await context.record({ subject: { kind: 'evidence', id }, incidentId, after });
  await context.enqueue('uploads.discardParts', { uploadId: upload.id });
  await requestReading(context, incidentId);
  return after;
}

/** The answer that was lost on the way, or why there is none. */
async function answerAgain(
  context: OperationContext,
  { id, incidentId, state, evidenceId }: Pick<UploadRow, 'id' | 'incidentId' | 'state' | 'evidenceId'>,
): Promise<EvidenceItem> {
  const item = evidenceId === null ? undefined : await findItem(context.db, context.actor, evidenceId);
  if (!item) refuse('conflict', `This upload is ${state}. Begin a new one.`);
  await context.record({ subject: { kind: 'upload', id }, incidentId, after: { evidenceId } });
  return toItem(item);
}
