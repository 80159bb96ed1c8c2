import type { Facts } from './condition.ts';
import { type Decision, decide, type Override, overrideDecision, type Resembling } from './decision.ts';
import type { DecisionFact } from './decisionRules.ts';
import { factsOfIncident, type Telling } from './factsOfIncident.ts';

/** All that the checklist looks at. */
export interface Judged {
  incident: Telling;
  /** What people answered. */
  answers: Facts<DecisionFact>;
  /** Incidents of the 30 days before that this one resembles. */
  similar: readonly Resembling[];
  override: Override | null;
}

/** Runs the checklist over an incident: the facts as they are known, the decision, and a person's override of it. */
export function decideIncident({ incident, answers, similar, override }: Judged): {
  facts: Facts<DecisionFact>;
  decision: Decision;
} {
  const facts = { repeatedWithin30Days: similar.length > 0, ...factsOfIncident(incident, answers) };
  const computed = decide(facts, { recentSimilar: similar });
  const overridden = override && overrideDecision(computed, override);
  return { facts, decision: overridden && !('refused' in overridden) ? overridden : computed };
}
