import type { Changes } from '../platform/db/changes.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { Happening, OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { refuseAbsent } from '../platform/operations/refuse.ts';
import * as store from './store.ts';
import { findText } from './textStore.ts';
import { toPostmortem } from './toPostmortem.ts';

type Postmortem = ReturnType<typeof toPostmortem>;

/**
 * What an audit event about a postmortem is tied to. An event of a restricted one is not told to everyone who sees the
 * incident, so it stands apart from the incident's activity.
 */
export const aboutPostmortem = (row: {
  id: string;
  isRestricted: boolean;
  incident: { id: string };
}): Pick<Happening, 'subject' | 'incidentId'> => ({
  subject: { kind: 'postmortem', id: row.id },
  ...(!row.isRestricted && { incidentId: row.incident.id }),
});

/** Puts on record that something restricted was seen; what everyone may see leaves no trace. */
async function recordView(context: OperationContext, row: store.PostmortemRow): Promise<void> {
  if (row.isRestricted || row.isIncidentRestricted) await context.record(aboutPostmortem(row));
}

/**
 * A postmortem that the actor sees; on record when it, or its incident, is restricted.
 *
 * @throws not_found when there is none, or the actor may not see it
 */
export async function enterPostmortem(context: OperationContext, id: string): Promise<store.PostmortemRow> {
  const row = (await store.findPostmortem(context.db, context.actor, id)) ?? refuseAbsent('postmortem');
  await recordView(context, row);
  return row;
}

/** The postmortem as it is now, whoever asks: for the answer of a change that the actor was allowed to make. */
export async function showPostmortem({ db, now }: OperationContext, id: string): Promise<Postmortem> {
  const row = (await store.findPostmortem(db, SYSTEM, id))!;
  const text = (await findText(db, id))!;
  return toPostmortem(row, text.sections, now);
}

/**
 * A postmortem that the actor sees, locked until the change is done.
 *
 * @throws not_found when there is none, or the actor may not see it
 */
export async function lockPostmortem(
  { db, actor }: OperationContext,
  id: string,
): Promise<store.PostmortemRow> {
  const locked = (await store.lockPostmortem(db, actor, id)) ?? refuseAbsent('postmortem');
  return (await store.findPostmortem(db, SYSTEM, locked.id))!;
}

/** The fields of a postmortem that audit events show: all but its text, which versions keep. */
export const withoutText = ({ template: _, measured: __, ...row }: store.PostmortemRow) => row;

/**
 * Runs a change of what is not text: locked, at the version that the caller expects, on record with the postmortem as it
 * was and as it is.
 *
 * @param change does what else there is to do, and returns the columns to change
 */
export async function changePostmortem(
  context: OperationContext,
  id: string,
  change: (
    before: store.PostmortemRow,
  ) => Changes<store.PostmortemColumns> | Promise<Changes<store.PostmortemColumns>>,
): Promise<Postmortem> {
  const before = await lockPostmortem(context, id);
  expectVersion(context, before);
  await store.updatePostmortem(context.db, id, await change(before), context.now);
  const after = (await store.findPostmortem(context.db, SYSTEM, id))!;
  await context.record({
    // Restricting takes the event out of the incident's activity as well.
    ...aboutPostmortem({ ...after, isRestricted: before.isRestricted || after.isRestricted }),
    before: withoutText(before),
    after: withoutText(after),
  });
  return showPostmortem(context, id);
}
