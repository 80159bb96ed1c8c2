import { randomUUIDv7 } from 'node:crypto';
import {
  NEEDS_REASON,
  nextPostmortemState,
  type PostmortemTransition,
} from '../../core/lifecycle/postmortem.ts';
import { isFiller } from '../../core/writing/isFiller.ts';
import { enterPostmortem, recordPostmortemView } from '../platform/access/enterPostmortem.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { operations } from '../platform/operations/operations.ts';
import { fromCursor, pageFrom } from '../platform/operations/page.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { replaceAccess } from './accessStore.ts';
import { changeOwner } from './changeOwner.ts';
import { changePostmortem, showPostmortem } from './changePostmortem.ts';
import { listPostmortems } from './listStore.ts';
import { openPostmortem } from './openPostmortem.ts';
import * as store from './store.ts';
import { textHandlers } from './textHandlers.ts';
import { listCitations } from './textStore.ts';
import { toPostmortem, toSummary } from './toPostmortem.ts';
import { versionHandlers } from './versionHandlers.ts';

const on = operations.postmortems;

/** Moves a postmortem along its course, as the core's table allows. */
const move =
  (transition: PostmortemTransition) =>
  ({
    input: { id, reason },
    context,
  }: {
    input: { id: string; reason: string };
    context: OperationContext;
  }) =>
    changePostmortem(context, id, async ({ state, incident }) => {
      const step = nextPostmortemState(state, transition);
      if ('refused' in step) refuse('conflict', step.refused);
      if (NEEDS_REASON[transition] && isFiller(reason))
        refuse('invalid', 'Say why, so that the next reader understands it. Write a sentence.');
      if (state === 'withdrawn' && (await store.findOpenPostmortem(context.db, incident.id)))
        refuse(
          'conflict',
          'The incident has another postmortem by now. Withdraw that one first, or write on in it.',
        );
      await store.insertMove(context.db, {
        id: randomUUIDv7(),
        postmortemId: id,
        transition,
        fromState: state,
        toState: step.state,
        reason,
        movedBy: context.actor.id || null,
        movedAt: context.now,
      });
      return { state: step.state };
    });

/** Who restricts keeps their own sight of it. */
const withActor = ({ actor }: OperationContext, personIds: readonly string[]): string[] =>
  [...new Set([...personIds, actor.id])].filter(id => id !== '');

export const postmortemHandlers = {
  list: on.list.handler(async ({ input: { cursor, limit, isMine, ...filter }, context }) => {
    const { db, actor, now } = context;
    const after = cursor ? (fromCursor(cursor, 2) as [string, string]) : undefined;
    const rows = await listPostmortems(db, actor, {
      ...filter,
      ...(isMine && { ownerId: actor.id }),
      after,
      most: limit + 1,
    });
    const page = pageFrom(rows, limit, row => [row.updatedAt, row.id]);
    await recordPostmortemView(context, ...page.items.map(row => ({ ...row, incidentId: row.incident.id })));
    return { ...page, items: page.items.map(row => toSummary(row, now)) };
  }),

  get: on.get.handler(async ({ input: { id }, context }) => {
    const row = (await store.findPostmortem(context.db, context.actor, id)) ?? refuseAbsent('postmortem');
    await recordPostmortemView(context, { ...row, incidentId: row.incident.id });
    return toPostmortem(row, context.now);
  }),

  open: on.open.handler(async ({ input, context }) =>
    showPostmortem(context, await openPostmortem(context, input)),
  ),

  edit: on.edit.handler(({ input: { id, ownerId, ...fields }, context }) =>
    changePostmortem(context, id, async before => {
      if (ownerId !== undefined) await changeOwner(context, before, ownerId);
      return fields;
    }),
  ),

  finish: on.finish.handler(move('finish')),
  revise: on.revise.handler(move('revise')),
  withdraw: on.withdraw.handler(move('withdraw')),

  restrict: on.restrict.handler(({ input: { id, isRestricted, personIds, teamIds }, context }) =>
    changePostmortem(context, id, async () => {
      const list = { personIds: isRestricted ? withActor(context, personIds) : personIds, teamIds };
      const absent = await replaceAccess(context.db, id, list);
      if (absent.length > 0)
        refuse('invalid', `Nobody and no team has the id ${absent.join(' or ')}. Take it out.`);
      return { isRestricted };
    }),
  ),

  citations: on.citations.handler(async ({ input: { id }, context }) => {
    await enterPostmortem(context, id);
    return { items: await listCitations(context.db, id) };
  }),

  ...textHandlers,
  ...versionHandlers,
};
