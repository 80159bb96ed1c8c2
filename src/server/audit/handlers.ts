import { findSeenIncident } from '../platform/access/enterIncident.ts';
import { checkLog } from '../platform/audit/check/checkLog.ts';
import { readCheckpoint } from '../platform/audit/checkpoint/checkpoint.ts';
import { readLogSize } from '../platform/audit/tree/readLogSize.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuseAbsent } from '../platform/operations/refuse.ts';
import { exportLog } from './exportLog.ts';
import { proveEvent } from './proveEvent.ts';
import * as store from './store.ts';
import { toEvent, toWholeEvent } from './toEvent.ts';

const on = operations.audit;

export const auditHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, incidentId: ref, ...filter }, context }) => {
    const after = cursor ? (fromCursor(cursor, 2) as [string, string]) : undefined;
    const incidentId = ref === undefined ? undefined : (await findSeenIncident(context, ref)).id;
    const rows = await store.listEvents(context.db, { ...filter, incidentId }, { after, most: limit + 1 });
    return pageFrom(rows, limit, row => [row.at, row.id], toEvent);
  }),

  get: on.get.handler(async ({ input, context }) => {
    const row = (await store.findEvent(context.db, input.id)) ?? refuseAbsent('audit event');
    const proof = await proveEvent(context, row);
    const event = toWholeEvent(row);
    await context.record({
      subject: { kind: 'audit_event', id: row.id },
      ...(event.incidentId !== null && { incidentId: event.incidentId }),
    });
    return { ...event, proof };
  }),

  checkpoint: on.checkpoint.handler(async ({ context: { db, platform } }) => {
    const newest = await store.findNewestCheckpoint(db);
    const { key } = platform.audit;
    return {
      checkpoint: newest ? { ...show(newest.note), note: newest.note, signedAt: newest.signedAt } : null,
      publicKey: key.publicKey,
      size: await readLogSize(db),
    };
  }),

  verify: on.verify.handler(async ({ context: { db, platform } }) => {
    const outside = await platform.audit.checkpoints.newest();
    const report = await checkLog(db, outside);
    return {
      ...report,
      checkpoint: outside ? { size: outside.size, root: outside.root.toString('base64url') } : null,
    };
  }),

  export: exportLog,
};

function show(note: string): { size: number; root: string } {
  const { size, root } = readCheckpoint(note);
  return { size, root: root.toString('base64url') };
}
