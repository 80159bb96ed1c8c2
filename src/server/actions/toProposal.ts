import type { ProposedAction } from '../../core/document/bundle.ts';
import { planFromProposal } from '../../core/lifecycle/planFromProposal.ts';
import { checkVerification } from '../../core/lifecycle/verification.ts';

/**
 * An action that a draft proposes, as a person may take it over.
 *
 * @param taken titles of the actions that the incident has
 */
export function toProposal(
  { title, kind, verification, because }: ProposedAction,
  taken: ReadonlySet<string>,
) {
  const plan = planFromProposal(verification);
  return {
    title,
    kind,
    because: because.text,
    verification: { kind: plan.kind, fields: { ...plan.fields } },
    remarks: checkVerification(plan),
    isTaken: taken.has(title),
  };
}
