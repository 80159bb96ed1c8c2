import { parseInstant } from '../../../core/instant.ts';
import { decideIncident } from '../../../core/lifecycle/decideIncident.ts';
import {
  DECISION_FACTS,
  type DecisionFact,
  type DecisionKind,
} from '../../../core/lifecycle/decisionRules.ts';
import type { Severity } from '../../../core/taxonomy/severities.ts';
import { isFiller } from '../../../core/writing/isFiller.ts';
import type { Changes } from '../../platform/db/changes.ts';
import { SYSTEM } from '../../platform/operations/actor.ts';
import type { OperationContext } from '../../platform/operations/context.ts';
import { operations } from '../../platform/operations/operations.ts';
import { refuse } from '../../platform/operations/refuse.ts';
import { changeIncident } from '../changeIncident.ts';
import { readIncident } from '../readIncident.ts';
import { findIncident, type ImpactFigure, type IncidentColumns, type IncidentRow } from '../store.ts';
import { printNumber } from '../toIncident.ts';
import { findSimilar } from './store.ts';

const on = operations.incidents;
const FACTS = Object.keys(DECISION_FACTS) as DecisionFact[];

/** Runs the checklist over an incident as it stands. */
async function judge({ db }: OperationContext, row: IncidentRow) {
  const similar = await findSimilar(db, row);
  const overridden = overrideOf(row);
  const answers = row.answers as Partial<Record<DecisionFact, boolean>>;
  const { facts, decision } = decideIncident({
    incident: { ...row, severity: row.severity as Severity, impact: row.impact as ImpactFigure[] },
    answers,
    similar,
    override: overridden && { ...overridden, by: overridden.by.name, at: parseInstant(overridden.at) },
  });
  return {
    ...decision,
    facts: FACTS.map(fact => ({
      fact,
      ...DECISION_FACTS[fact],
      value: facts[fact] ?? null,
      basis:
        fact in answers
          ? ('answer' as const)
          : facts[fact] === undefined
            ? ('none' as const)
            : ('incident' as const),
      isOpen: decision.open.includes(fact),
    })),
    similar: similar.map(each => ({ ...each, number: printNumber(each.number) })),
    overridden,
  };
}

function overrideOf({ overrideKind, overrideNote, overrideAt, overrider }: IncidentRow) {
  if (overrideKind === null || overrideNote === null || overrideAt === null || overrider === null)
    return null;
  return { kind: overrideKind as DecisionKind, note: overrideNote, by: overrider, at: overrideAt };
}

/** Changes what the checklist looks at, and answers with what it says now. */
async function changeDecision(
  context: OperationContext,
  ref: string,
  change: (row: IncidentRow) => Changes<IncidentColumns>,
) {
  const { id } = await changeIncident(context, ref, change);
  return judge(context, (await findIncident(context.db, SYSTEM, id))!);
}

const NO_OVERRIDE = { overrideKind: null, overrideNote: null, overrideBy: null, overrideAt: null };

/** Handlers of whether a postmortem is due, and of which kind. */
export const decisionHandlers = {
  decision: on.decision.handler(async ({ input: { id }, context }) =>
    judge(context, await readIncident(context, id)),
  ),

  answerChecklist: on.answerChecklist.handler(({ input: { id, answers }, context }) =>
    changeDecision(context, id, row => ({
      answers: Object.fromEntries(
        Object.entries({ ...(row.answers as Record<string, boolean>), ...answers }).filter(
          (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
        ),
      ),
    })),
  ),

  overrideDecision: on.overrideDecision.handler(({ input: { id, kind, note }, context }) => {
    if (isFiller(note))
      refuse(
        'invalid',
        'An override needs a note that says why, so that the next reader understands it. Write a sentence.',
      );
    return changeDecision(context, id, () => ({
      overrideKind: kind,
      overrideNote: note,
      overrideBy: context.actor.id,
      overrideAt: context.now,
    }));
  }),

  withdrawOverride: on.withdrawOverride.handler(({ input: { id }, context }) =>
    changeDecision(context, id, row => {
      if (row.overrideKind === null) refuse('conflict', 'There is no override: the computed decision holds.');
      return NO_OVERRIDE;
    }),
  ),
};
