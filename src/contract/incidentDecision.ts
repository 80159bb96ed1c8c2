import { z } from 'zod';
import { DECISION_FACTS, type DecisionFact } from '../core/lifecycle/decisionRules.ts';
import { answers, decisionKind, incidentRef, reason } from './incidentFields.ts';
import { changes, reads } from './operation.ts';
import { CONTRIBUTORS, EVERYONE } from './roles.ts';
import { id, instant, named } from './values.ts';

const target = z.object({ id: incidentRef });
const fact = z.enum(Object.keys(DECISION_FACTS) as [DecisionFact, ...DecisionFact[]]);
const judgedKind = z.enum([...decisionKind.options, 'undecided']);

/** What the checklist says of an incident, and why. */
const decision = z.object({
  kind: judgedKind.describe('the postmortem that is due; `undecided` until enough is known'),
  computed: judgedKind.describe('the same without the override'),
  priority: z.enum(['normal', 'high']),
  requires: z.array(z.string()).describe('who must agree before it is published, or come to its review'),
  reasons: z.array(z.string()),
  rules: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      kind: decisionKind,
      outcome: z.enum(['holds', 'does not hold', 'not known']),
      reason: z.string(),
    }),
  ),
  facts: z.array(
    z.object({
      fact,
      label: z.string(),
      question: z.string(),
      value: z.boolean().nullable().describe('null where it is not known'),
      basis: z.enum(['answer', 'incident', 'none']).describe('a person said so, or the incident shows it'),
      isOpen: z.boolean().describe('the answer could still change the decision'),
    }),
  ),
  similar: z
    .array(z.object({ id, number: z.string(), title: z.string(), declaredAt: instant }))
    .describe('incidents of the 30 days before that this one resembles'),
  overridden: z.object({ kind: decisionKind, note: z.string(), by: named, at: instant }).nullable(),
});

/** Operations on whether a postmortem is due, and of which kind. */
export const incidentDecision = {
  decision: reads(EVERYONE, { isTool: true })
    .route({
      method: 'GET',
      path: '/incidents/{id}/decision',
      summary: 'Read which postmortem is due, and why.',
    })
    .input(target)
    .output(decision),

  answerChecklist: changes(CONTRIBUTORS)
    .route({
      method: 'PATCH',
      path: '/incidents/{id}/checklist',
      summary: 'Answer questions of the decision checklist.',
    })
    .input(target.extend({ answers }))
    .output(decision),

  overrideDecision: changes(CONTRIBUTORS)
    .route({
      method: 'PUT',
      path: '/incidents/{id}/override',
      summary: 'Put another decision in place of the computed one, with a note.',
    })
    .input(target.extend({ kind: decisionKind, note: reason }))
    .output(decision),

  withdrawOverride: changes(CONTRIBUTORS)
    .route({
      method: 'DELETE',
      path: '/incidents/{id}/override',
      summary: 'Let the computed decision hold again.',
    })
    .input(target)
    .output(decision),
};
