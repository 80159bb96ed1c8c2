import { randomUUIDv7 } from 'node:crypto';
import { checkSupport } from '../../core/findings/finding.ts';
import { isEditable } from '../../core/lifecycle/postmortem.ts';
import { isAcceptable } from '../../core/remark.ts';
import {
  aboutPostmortem,
  type EnteredPostmortem,
  enterPostmortem,
  lockPostmortem,
} from '../platform/access/enterPostmortem.ts';
import { SYSTEM } from '../platform/operations/actor.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { expectVersion } from '../platform/operations/expectVersion.ts';
import { operations } from '../platform/operations/operations.ts';
import { refuse, refuseAbsent } from '../platform/operations/refuse.ts';
import { remeasure } from '../postmortems/measureStore.ts';
import * as store from './store.ts';

const on = operations.findings;
/** All findings of a postmortem are read at once. */
const MOST_FINDINGS = 500;

const aboutFinding = (id: string, postmortem: EnteredPostmortem) => ({
  ...aboutPostmortem(postmortem),
  subject: { kind: 'finding', id },
});

function present(row: store.FindingRow) {
  const remarks = checkSupport({ ...row, cites: row.cites.length });
  return { ...row, remarks, isSupported: remarks.length === 0 };
}

/**
 * The postmortem whose findings are to be changed, locked.
 *
 * @throws conflict when its text, of which they are a part, may not be changed
 */
async function lock(context: OperationContext, postmortemId: string): Promise<EnteredPostmortem> {
  const postmortem = await lockPostmortem(context, postmortemId);
  if (!isEditable(postmortem.state))
    refuse('conflict', `The postmortem is ${postmortem.state}, so its findings stand. Revise it first.`);
  return postmortem;
}

/** A finding that the actor sees, its postmortem locked. */
async function lockFinding(context: OperationContext, id: string) {
  const seen = (await store.findFinding(context.db, context.actor, id)) ?? refuseAbsent('finding');
  const postmortem = await lock(context, seen.postmortemId);
  const before = (await store.findFinding(context.db, SYSTEM, id)) ?? refuseAbsent('finding');
  expectVersion(context, before);
  return { postmortem, before };
}

/** Refuses a finding that contradicts itself, or names evidence that is not there. */
async function check(
  { db }: OperationContext,
  { id: postmortemId, incidentId }: EnteredPostmortem,
  finding: store.FindingFields,
): Promise<void> {
  const remarks = checkSupport({ ...finding, cites: finding.cites.length });
  if (!isAcceptable(remarks))
    refuse('invalid', remarks.map(({ text }) => text).join(' '), {
      issues: remarks.map(({ on: field, text }) => ({ path: `/${field}`, message: text })),
    });
  const absent = await store.findAbsentCites(db, { postmortemId, incidentId, cites: finding.cites });
  if (absent.length > 0)
    refuse(
      'invalid',
      `There is no ${absent.map(({ kind, id }) => `${kind} ${id}`).join(', no ')} here. Name one that is.`,
    );
}

/** Puts the change on record, and answers with the finding as it is. */
async function conclude(
  context: OperationContext,
  id: string,
  { postmortem, before }: { postmortem: EnteredPostmortem; before?: store.FindingRow },
) {
  await remeasure(context.db, postmortem.id);
  const after = (await store.findFinding(context.db, SYSTEM, id))!;
  await context.record({ ...aboutFinding(id, postmortem), before, after });
  return present(after);
}

const listAll = async ({ db }: OperationContext, postmortemId: string) => ({
  items: (await store.listFindings(db, SYSTEM, postmortemId)).map(present),
});

export const findingHandlers = {
  list: on.list.handler(async ({ input: { postmortemId }, context }) => {
    await enterPostmortem(context, postmortemId);
    return listAll(context, postmortemId);
  }),

  get: on.get.handler(async ({ input: { id }, context }) => {
    const row = (await store.findFinding(context.db, context.actor, id)) ?? refuseAbsent('finding');
    await enterPostmortem(context, row.postmortemId);
    return present(row);
  }),

  add: on.add.handler(async ({ input: { postmortemId, ...fields }, context }) => {
    const postmortem = await lock(context, postmortemId);
    if ((await store.countFindings(context.db, postmortemId)) >= MOST_FINDINGS)
      refuse('invalid', `A postmortem has at most ${MOST_FINDINGS} findings. Remove some that say the same.`);
    await check(context, postmortem, fields);
    const id = randomUUIDv7();
    const createdBy = context.actor.id || null;
    await store.insertFinding(context.db, { id, postmortemId, ...fields, createdBy, at: context.now });
    return conclude(context, id, { postmortem });
  }),

  edit: on.edit.handler(async ({ input: { id, ...fields }, context }) => {
    const { postmortem, before } = await lockFinding(context, id);
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    await check(context, postmortem, { ...before, ...given });
    await store.updateFinding(context.db, id, fields, context.now);
    return conclude(context, id, { postmortem, before });
  }),

  order: on.order.handler(async ({ input: { postmortemId, ids }, context }) => {
    const postmortem = await lock(context, postmortemId);
    const before = (await store.listFindings(context.db, SYSTEM, postmortemId)).map(({ id }) => id);
    const isWhole = new Set(ids).size === ids.length && ids.length === before.length;
    if (!isWhole || !before.every(id => ids.includes(id)))
      refuse(
        'invalid',
        'An order names every finding of the postmortem once. List them again: they may have changed.',
      );
    await store.orderFindings(context.db, postmortemId, ids);
    await context.record({
      ...aboutPostmortem(postmortem),
      before: { findings: before },
      after: { findings: ids },
    });
    return listAll(context, postmortemId);
  }),

  remove: on.remove.handler(async ({ input: { id }, context }) => {
    const { postmortem, before } = await lockFinding(context, id);
    await store.deleteFinding(context.db, id);
    await remeasure(context.db, postmortem.id);
    await context.record({ ...aboutFinding(id, postmortem), before });
  }),
};
