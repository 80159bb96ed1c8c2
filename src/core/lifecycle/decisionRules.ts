/**
 * The checklist by which an incident is judged: is a postmortem due, and of which kind? Rules stand in order; the first
 * that holds decides the kind, and every one that holds adds what it requires.
 */
import type { Condition } from './condition.ts';

/** What is asked of an incident: the question for a form, and the fact in a few words. */
export const DECISION_FACTS = {
  customerFacing: { label: 'customer-facing', question: 'Did customers notice, or could they have?' },
  sloBreached: { label: 'objective breached', question: 'Was an objective (SLO) breached?' },
  dataLoss: { label: 'data lost or exposed', question: 'Was data lost, corrupted or exposed?' },
  securitySensitive: {
    label: 'security-sensitive',
    question: 'Is it about security, or would its details help an attacker?',
  },
  severe: { label: 'SEV1 or SEV2', question: 'Was it SEV1 or SEV2?' },
  repeatedWithin30Days: {
    label: 'repeated within 30 days',
    question: 'Did something like it happen in the 30 days before?',
  },
  recurrenceRisk: { label: 'may come back', question: 'Could it come back as things are?' },
  autoResolved: { label: 'resolved by itself', question: 'Did it resolve by itself?' },
  harmless: { label: 'harmless', question: 'Was it without any effect worth naming?' },
} as const;
export type DecisionFact = keyof typeof DECISION_FACTS;

export const DECISION_KINDS = ['security', 'full', 'short', 'none'] as const;
/** `security` is a full postmortem written and read under restriction. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Who must agree before it is published, or come to its review. */
export type Requirement = 'security' | 'legal' | 'cross-team review';

export interface DecisionRule {
  readonly id: string;
  /** What the rule asks, for the list of all rules. */
  readonly question: string;
  readonly when: Condition<DecisionFact>;
  readonly kind: DecisionKind;
  readonly requires: readonly Requirement[];
  readonly priority: 'normal' | 'high';
  /** Why, when it holds. */
  readonly reason: string;
}

export const DECISION_RULES: readonly DecisionRule[] = [
  {
    id: 'security',
    question: 'Is it security-sensitive?',
    when: 'securitySensitive',
    kind: 'security',
    requires: ['security', 'legal'],
    priority: 'high',
    reason: 'It is security-sensitive, so security and legal read it before anything is published.',
  },
  {
    id: 'data-loss',
    question: 'Was data lost or exposed?',
    when: 'dataLoss',
    kind: 'full',
    requires: ['legal'],
    priority: 'high',
    reason:
      'Data was lost, corrupted or exposed: the whole course must be understood, and legal asked whom to tell.',
  },
  {
    id: 'repeated',
    question: 'Has it happened within 30 days?',
    when: 'repeatedWithin30Days',
    kind: 'full',
    requires: ['cross-team review'],
    priority: 'high',
    reason:
      'It came back within 30 days, so what was done last time was not enough: priority, and a review across teams.',
  },
  {
    id: 'customers-and-objective',
    question: 'Was it customer-facing, and an objective breached?',
    when: { all: ['customerFacing', 'sloBreached'] },
    kind: 'full',
    requires: [],
    priority: 'normal',
    reason: 'Customers were affected and an objective was breached.',
  },
  {
    id: 'resolved-and-harmless',
    question: 'Did it resolve by itself, without harm?',
    when: { all: ['autoResolved', 'harmless'] },
    kind: 'none',
    requires: [],
    priority: 'normal',
    reason: 'It resolved by itself and did no harm: the incident’s own record is enough.',
  },
  {
    id: 'severe',
    question: 'Was it SEV1 or SEV2?',
    when: { all: ['severe', { not: 'harmless' }] },
    kind: 'full',
    requires: [],
    priority: 'normal',
    reason: 'It was grave by its severity, whatever the figures say.',
  },
  {
    id: 'customers-or-objective',
    question: 'Was it customer-facing, or an objective breached?',
    when: { any: ['customerFacing', 'sloBreached'] },
    kind: 'short',
    requires: [],
    priority: 'normal',
    reason: 'Customers or an objective were touched: a short report keeps what was learned.',
  },
  {
    id: 'internal-once',
    question: 'Was it internal, and not recurring?',
    when: { all: [{ not: 'customerFacing' }, { not: 'recurrenceRisk' }] },
    kind: 'short',
    requires: [],
    priority: 'normal',
    reason: 'It was internal and is not expected to come back: a short report is enough.',
  },
  {
    id: 'internal',
    question: 'Was it internal?',
    when: { not: 'customerFacing' },
    kind: 'short',
    requires: [],
    priority: 'normal',
    reason: 'It stayed internal: a short report, with an action in case it comes back.',
  },
];
