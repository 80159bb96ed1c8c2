import { isFiller } from '../writing/isFiller.ts';
import { type Facts, factsIn, judge } from './condition.ts';
import {
  DECISION_FACTS,
  DECISION_RULES,
  type DecisionFact,
  type DecisionKind,
  type DecisionRule,
  type Requirement,
} from './decisionRules.ts';
import { refuse } from './stateTable.ts';

/** How one rule came out: it held, it did not, or facts are missing to tell. */
export interface RuleOutcome {
  id: string;
  question: string;
  outcome: 'holds' | 'does not hold' | 'not known';
  /** What follows from it when it holds. */
  kind: DecisionKind;
  /** Why it came out so. */
  reason: string;
  /** The facts without which it cannot be told. */
  missing: DecisionFact[];
}

export interface Override {
  kind: DecisionKind;
  note: string;
  /** Who decided so, and when (microseconds UTC). */
  by: string;
  at: number;
}

export interface Decision {
  /** What is to be written; `undecided` until enough facts are known. An override stands here too. */
  kind: DecisionKind | 'undecided';
  /** The same without the override. */
  computed: DecisionKind | 'undecided';
  priority: 'normal' | 'high';
  requires: Requirement[];
  /** Reasons of the rules that hold, the deciding one first. */
  reasons: string[];
  rules: RuleOutcome[];
  /** Facts that could still change what is to be written, or who must agree: what to ask. */
  open: DecisionFact[];
  overridden: Override | null;
}

/** An earlier incident that this one resembles. */
export interface Resembling {
  number: number;
  title: string;
}

/**
 * Judges an incident by the checklist. Where nobody has said whether it is a repetition, incidents found to resemble it
 * in the 30 days before say so; `[]` says that none was found.
 */
export function decide(
  facts: Facts<DecisionFact>,
  {
    recentSimilar,
    rules = DECISION_RULES,
  }: { recentSimilar?: readonly Resembling[]; rules?: readonly DecisionRule[] } = {},
): Decision {
  const isRepeated = facts.repeatedWithin30Days ?? (recentSimilar && recentSimilar.length > 0);
  const known = { ...facts, repeatedWithin30Days: isRepeated };
  const judged = rules.map(rule => ({ rule, holds: judge(rule.when, known) }));
  const holding = judged.filter(({ holds }) => holds === true).map(({ rule }) => rule);
  const decisive = holding[0];
  const kind = decisive?.kind ?? 'undecided';
  const requires = [...new Set(holding.flatMap(rule => rule.requires))];
  const priority = holding.some(rule => rule.priority === 'high') ? 'high' : 'normal';
  const outcomes = judged.map(({ rule, holds }) => outcomeOf(rule, holds, known, recentSimilar ?? []));
  const mayChange = judged.filter(({ rule, holds }, i) => {
    if (holds !== undefined) return false;
    const isBefore = decisive === undefined || i < rules.indexOf(decisive);
    const adds =
      rule.requires.some(one => !requires.includes(one)) ||
      (rule.priority === 'high' && priority === 'normal');
    return adds || (isBefore && rule.kind !== kind);
  });
  return {
    kind,
    computed: kind,
    priority,
    requires,
    reasons: outcomes.filter(({ outcome }) => outcome === 'holds').map(({ reason }) => reason),
    rules: outcomes,
    open: [...new Set(mayChange.flatMap(({ rule }) => missingIn(rule, known)))],
    overridden: null,
  };
}

/** The decision with a person's own kind in place of the computed one. What must be agreed to before publishing stays. */
export function overrideDecision(decision: Decision, override: Override): Decision | { refused: string } {
  if (isFiller(override.note))
    return refuse(
      'An override needs a note that says why, so that the next reader understands it. Write a sentence.',
    );
  return { ...decision, kind: override.kind, overridden: override };
}

function outcomeOf(
  rule: DecisionRule,
  holds: boolean | undefined,
  facts: Facts<DecisionFact>,
  similar: readonly Resembling[],
): RuleOutcome {
  const { id, question, kind } = rule;
  const missing = holds === undefined ? missingIn(rule, facts) : [];
  if (holds === undefined)
    return {
      id,
      question,
      kind,
      outcome: 'not known',
      missing,
      reason: `Not known yet: ${missing.map(spoken).join(', ')}.`,
    };
  if (!holds) return { id, question, kind, outcome: 'does not hold', missing, reason: whyNot(rule, facts) };
  const isAboutRepeats = factsIn(rule.when).includes('repeatedWithin30Days');
  const names = similar.map(({ number, title }) => `INC-${number} ${title}`);
  const reason =
    isAboutRepeats && names.length > 0 ? `${rule.reason} Like it: ${names.join('; ')}.` : rule.reason;
  return { id, question, kind, outcome: 'holds', missing, reason };
}

const missingIn = (rule: DecisionRule, facts: Facts<DecisionFact>): DecisionFact[] =>
  factsIn(rule.when).filter(fact => facts[fact] === undefined);

/** The facts that are known, as they stand. */
function whyNot(rule: DecisionRule, facts: Facts<DecisionFact>): string {
  const said = factsIn(rule.when)
    .filter(fact => facts[fact] !== undefined)
    .map(fact => `${spoken(fact)}: ${facts[fact] ? 'yes' : 'no'}`);
  return `Does not hold (${said.join(', ')}).`;
}

const spoken = (fact: DecisionFact): string => DECISION_FACTS[fact].label;
