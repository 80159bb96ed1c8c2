import { aboutPostmortem, lockPostmortem } from '../platform/access/enterPostmortem.ts';
import type { Changes } from '../platform/db/changes.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import * as store from './store.ts';
import { toPostmortem } from './toPostmortem.ts';

type Postmortem = ReturnType<typeof toPostmortem>;

/** The postmortem as it is now, whoever asks: for the answer of a change that the actor was allowed to make. */
export async function showPostmortem({ db, now }: OperationContext, id: string): Promise<Postmortem> {
  return toPostmortem((await store.findPostmortem(db, SYSTEM, id))!, now);
}

/**
 * A postmortem that the actor sees, locked until the change is done.
 *
 * @throws not_found when there is none, or the actor may not see it
 */
export async function lockRow(context: OperationContext, id: string): Promise<store.PostmortemRow> {
  await lockPostmortem(context, id);
  return (await store.findPostmortem(context.db, SYSTEM, id))!;
}

/** The fields of a postmortem that audit events show: all but its text, which versions keep. */
export const withoutText = ({ template, measured, sections, ...row }: store.PostmortemRow) => row;

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
  const before = await lockRow(context, id);
  expectVersion(context, before);
  await store.updatePostmortem(context.db, id, await change(before), context.now);
  const after = (await store.findPostmortem(context.db, SYSTEM, id))!;
  await context.record({
    // Restricting takes the event out of the incident's activity as well.
    ...aboutPostmortem({
      id,
      incidentId: after.incident.id,
      isRestricted: before.isRestricted || after.isRestricted,
    }),
    before: withoutText(before),
    after: withoutText(after),
  });
  return showPostmortem(context, id);
}
