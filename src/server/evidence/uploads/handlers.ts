import { randomUUIDv7 } from 'node:crypto';
import { PART_BYTES } from '../../../contract/uploads.ts';
import { enterIncident, findSeenIncident, recordView } from '../../platform/access/enterIncident.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { operations } from '../../platform/operations/operations.ts';
import { idFromCursor, pageFrom } from '../../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../../platform/operations/refuse.ts';
import { findTwin } from '../items/store.ts';
import { completeUpload } from './completeUpload.ts';
import { receivePart } from './receivePart.ts';
import * as store from './store.ts';
import { bytesOfPart, partCountOf, toUpload } from './toUpload.ts';

const on = operations.uploads;

const load = async ({ db, actor }: OperationContext, id: string): Promise<store.UploadRow> =>
  (await store.findUpload(db, actor, id)) ?? refuseAbsent('upload');

const expectOpen = (state: string): void => {
  if (state !== 'open') refuse('conflict', `This upload is ${state}. Begin a new one.`);
};

/** Handlers of uploads. */
export const uploadHandlers = {
  list: on.list.handler(async ({ input: { incidentId, cursor, limit }, context }) => {
    const incident = await enterIncident(context, incidentId);
    const after = cursor === undefined ? undefined : idFromCursor(cursor);
    const rows = await store.listOpenUploads(context.db, context.actor, incident.id, {
      after,
      most: limit + 1,
    });
    return pageFrom(rows, limit, row => [row.id], toUpload);
  }),

  begin: on.begin.handler(async ({ input: { incidentId, ...file }, context }) => {
    const incident = await findSeenIncident(context, incidentId);
    const { mostEvidenceBytes } = context.platform;
    if (file.bytes > mostEvidenceBytes)
      refuse(
        'too_large',
        `A file may have ${mostEvidenceBytes} bytes here. Cut it into several files, or ask an administrator to raise AFTERWORD_EVIDENCE_LIMIT.`,
      );
    const twin = file.sha256 && (await findTwin(context.db, incident.id, file.sha256));
    if (twin) refuse('conflict', `The same file is on this incident already, as ${twin.name}.`);
    const id = randomUUIDv7();
    await store.insertUpload(context.db, {
      id,
      incidentId: incident.id,
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256 ?? null,
      partBytes: PART_BYTES,
      modifiedAt: file.modifiedAt ?? null,
      startedBy: context.actor.id || null,
      at: context.now,
    });
    const after = toUpload(await load(context, id));
    await context.record({ subject: { kind: 'upload', id }, incidentId: incident.id, after });
    return after;
  }),

  get: on.get.handler(async ({ input: { id }, context }) => {
    const upload = await load(context, id);
    await recordView(context, { id: upload.incidentId, isRestricted: upload.isRestricted });
    return toUpload(upload);
  }),

  putPart: on.putPart.handler(async ({ input: { id, number, sha256, bytes: source }, context }) => {
    const upload = await load(context, id);
    expectOpen(upload.state);
    if (number > partCountOf(upload))
      refuse('invalid', `This upload has ${partCountOf(upload)} parts: there is no part ${number}.`);
    const { bytes, sealed, ...received } = await receivePart(context.platform, source, {
      uploadId: id,
      bytes: bytesOfPart(upload, number),
      sha256,
    });
    const part = { number, bytes, sha256: received.sha256 };
    return context.commit(async inner => {
      // It may have ended while the part was on its way; what lies in the store then is swept up.
      expectOpen((await store.lockUpload(inner.db, id))?.state ?? 'gone');
      await store.putPart(inner.db, id, { ...part, sealedKey: sealed.key, at: inner.now });
      // Without the incident: in its activity a file is one thing, not hundreds.
      await inner.record({ subject: { kind: 'upload', id }, after: part });
      return part;
    });
  }),

  complete: on.complete.handler(({ input: { id }, context }) => completeUpload(context, id)),

  cancel: on.cancel.handler(async ({ input: { id }, context }) => {
    const before = await load(context, id);
    expectOpen((await store.lockUpload(context.db, id))!.state);
    await store.endUpload(context.db, id, { state: 'cancelled' });
    await context.enqueue('uploads.discardParts', { uploadId: id });
    await context.record({
      subject: { kind: 'upload', id },
      incidentId: before.incidentId,
      before: toUpload(before),
    });
  }),
};
