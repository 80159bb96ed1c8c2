import { computePriority, type Priority } from '../../core/lifecycle/priority.ts';
import { checkVerification, type VerificationPlan } from '../../core/lifecycle/verification.ts';
import { isAcceptable } from '../../core/remark.ts';
import { isFiller } from '../../core/writing/isFiller.ts';
import type { Changes } from '../platform/db/changes.ts';
import type { OperationContext } from '../platform/operations/context.ts';
import { refuse } from '../platform/operations/refuse.ts';
import type { ActionColumns, ActionRow, PriorityFactsRow } from './store.ts';
import { knownFacts } from './toAction.ts';

/** What people give of an action besides its state. */
export type ActionFields = Pick<
  ActionColumns,
  'title' | 'description' | 'kind' | 'ownerId' | 'dueOn' | 'findingId' | 'verification'
> & {
  priorityFacts: Changes<PriorityFactsRow>;
  priorityOverride: { priority: Priority; note: string } | null;
};

type Before = Pick<ActionRow, 'priorityFacts' | 'overridePriority'>;

const NOTHING_SAID: Before = {
  priorityFacts: { sloImpact: null, customerImpact: null, recurrenceRisk: null, effort: null },
  overridePriority: null,
};

/** The columns that follow from the facts: the priority is computed, unless somebody overrides it. */
export function planPriority(
  context: OperationContext,
  { priorityFacts = {}, priorityOverride }: Changes<Pick<ActionFields, 'priorityFacts' | 'priorityOverride'>>,
  before: Before = NOTHING_SAID,
) {
  const facts = { ...before.priorityFacts, ...withoutUndefined(priorityFacts) };
  const override = priorityOverride === undefined ? before.overridePriority : priorityOverride?.priority;
  return {
    ...(priorityOverride !== undefined && overrideColumns(context, priorityOverride)),
    priorityFacts: facts,
    priority: override ?? computePriority(knownFacts(facts)).priority,
  };
}

/** The columns that follow from an edit. */
export function planColumns(
  context: OperationContext,
  { priorityFacts, priorityOverride, ...fields }: Changes<ActionFields>,
  before: Before,
): Changes<ActionColumns> {
  if (fields.verification) checkPlan(fields.verification);
  return { ...fields, ...planPriority(context, { priorityFacts, priorityOverride }, before) };
}

function overrideColumns({ actor, now }: OperationContext, override: ActionFields['priorityOverride']) {
  if (override === null)
    return { overridePriority: null, overrideNote: null, overrideBy: null, overrideAt: null };
  const { priority, note } = override;
  if (isFiller(note))
    refuse(
      'invalid',
      'An override needs a note that says why, so that the next reader understands it. Write a sentence.',
    );
  return { overridePriority: priority, overrideNote: note, overrideBy: actor.id, overrideAt: now };
}

const withoutUndefined = <Fields extends object>(fields: Changes<Fields>): Partial<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Fields>;

/**
 * Refuses a plan that cannot prove anything.
 *
 * @throws invalid, naming each field of the plan that is wrong
 */
export function checkPlan(plan: VerificationPlan): void {
  const remarks = checkVerification(plan);
  if (isAcceptable(remarks)) return;
  refuse('invalid', `The verification plan is not complete. ${remarks.map(({ text }) => text).join(' ')}`, {
    issues: remarks.map(({ on, text }) => ({ path: `/verification/fields/${on}`, message: text })),
  });
}
