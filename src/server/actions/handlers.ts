import type { ActionTransition } from '../../core/lifecycle/action.ts';
import { enterIncident } from '../platform/access/enterIncident.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { findBundle } from '../postmortems/bundleStore.ts';
import { addAction } from './addAction.ts';
import { changeAction, recordActionView } from './changeAction.ts';
import { editMany } from './editMany.ts';
import { CURSORS, cursorLength, listActions } from './listStore.ts';
import { planColumns } from './planColumns.ts';
import { planMove } from './planMove.ts';
import * as store from './store.ts';
import { dayOf, toAction } from './toAction.ts';
import { toProposal } from './toProposal.ts';

const on = operations.actions;

const move =
  (transition: ActionTransition) =>
  async ({
    input: { id, note },
    context,
  }: {
    input: { id: string; note: string };
    context: OperationContext;
  }) => {
    const after = await changeAction(context, id, before => {
      expectVersion(context, before);
      return planMove(context, before, { transition, note });
    });
    return toAction(after, context.now);
  };

/** Sees to it that a finding belongs to the postmortem of the action. */
async function expectFinding(
  { db, actor }: OperationContext,
  findingId: string,
  postmortemId: string | null,
): Promise<void> {
  const place = await store.findPlaceOfFinding(db, actor, findingId);
  if (postmortemId === null || place?.postmortemId !== postmortemId)
    refuse('invalid', 'The postmortem of this action has no such finding. List its findings and choose one.');
}

export const actionHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, isMine, sort, ...filter }, context }) => {
    const { db, actor, now } = context;
    const after = cursor ? fromCursor(cursor, cursorLength(sort)).map(String) : undefined;
    const rows = await listActions(db, actor, {
      ...filter,
      ...(isMine && { ownerId: actor.id }),
      sort,
      today: dayOf(now),
      after,
      most: limit + 1,
    });
    const page = pageFrom(rows, limit, CURSORS[sort], row => row);
    await recordActionView(context, ...page.items);
    return { ...page, items: page.items.map(row => toAction(row, now)) };
  }),

  get: on.get.handler(async ({ input: { id }, context }) => {
    const row = (await store.findAction(context.db, context.actor, id)) ?? refuseAbsent('action');
    await recordActionView(context, row);
    return { ...toAction(row, context.now), moves: await store.listMoves(context.db, id) };
  }),

  proposals: on.proposals.handler(async ({ input: { incidentId }, context }) => {
    const { id } = await enterIncident(context, incidentId);
    const draft = await findBundle(context.db, id);
    const taken = new Set(await store.listTitles(context.db, context.actor, id));
    return { items: (draft?.bundle.actions ?? []).map(action => toProposal(action, taken)) };
  }),

  add: on.add.handler(async ({ input, context }) => toAction(await addAction(context, input), context.now)),

  edit: on.edit.handler(async ({ input: { id, ...fields }, context }) => {
    const after = await changeAction(context, id, async before => {
      expectVersion(context, before);
      if (fields.findingId) await expectFinding(context, fields.findingId, before.postmortemId);
      return planColumns(context, fields, before);
    });
    return toAction(after, context.now);
  }),

  start: on.start.handler(move('start')),
  finish: on.finish.handler(move('finish')),
  verify: on.verify.handler(move('verify')),
  cancel: on.cancel.handler(move('cancel')),
  reopen: on.reopen.handler(move('reopen')),

  editMany: on.editMany.handler(async ({ input, context }) => ({
    items: (await editMany(context, input)).map(row => toAction(row, context.now)),
  })),
};
