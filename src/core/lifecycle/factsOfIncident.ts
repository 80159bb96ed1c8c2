import type { Severity } from '../taxonomy/severities.ts';
import type { Facts } from './condition.ts';
import { DECISION_FACTS, type DecisionFact } from './decisionRules.ts';

/** The facts that people answer; how severe it was stands in the severity. */
export const ASKED_FACTS = (Object.keys(DECISION_FACTS) as DecisionFact[]).filter(fact => fact !== 'severe');

/** What of an incident settles facts of the checklist by itself. */
export interface Telling {
  severity: Severity;
  layer: string | null;
  causeClass: string | null;
  useCase: string | null;
  impact: readonly { measure: string; value: number }[];
}

/** The measure of the customer impact that says whether customers noticed. */
export const CUSTOMERS_AFFECTED = 'customersAffected';

/**
 * The facts that are known: what people answered, and behind it what the incident says by itself. Silence settles
 * nothing: no figure of customers leaves open whether there were any.
 */
export function factsOfIncident(incident: Telling, answers: Facts<DecisionFact>): Facts<DecisionFact> {
  const { severity, layer, causeClass, useCase, impact } = incident;
  const customers = impact.find(({ measure }) => measure === CUSTOMERS_AFFECTED);
  const isSecurity = layer === 'L9' || causeClass === 'security' || useCase === 'security-incident';
  return {
    ...(customers && { customerFacing: customers.value > 0 }),
    ...(isSecurity && { securitySensitive: true }),
    ...(impact.some(({ value }) => value > 0) && { harmless: false }),
    ...answers,
    severe: severity === 'sev1' || severity === 'sev2',
  };
}
