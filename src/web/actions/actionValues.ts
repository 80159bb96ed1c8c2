import type { ActionKind } from '../../core/lifecycle/actionKinds.ts';
import type { Effort, ImpactLevel, Priority, PriorityFacts } from '../../core/lifecycle/priority.ts';
import {
  VERIFICATION_WAYS,
  type VerificationKind,
  type VerificationPlan,
} from '../../core/lifecycle/verification.ts';
import type { Found } from '../ui/PickFound.tsx';
import type { Action, Proposal } from './action.ts';

/** What somebody fills in; empty where nobody has said. */
export interface ActionValues extends Record<string, unknown> {
  title: string;
  description: string;
  kind: ActionKind;
  owner: Found | null;
  dueOn: string;
  findingId: string;
  sloImpact: ImpactLevel | '';
  customerImpact: ImpactLevel | '';
  recurrenceRisk: ImpactLevel | '';
  effort: Effort | '';
  overridePriority: Priority | '';
  overrideNote: string;
  way: VerificationKind | '';
  planFields: Record<string, string>;
}

const BLANK: ActionValues = {
  title: '',
  description: '',
  kind: 'prevent',
  owner: null,
  dueOn: '',
  findingId: '',
  sloImpact: '',
  customerImpact: '',
  recurrenceRisk: '',
  effort: '',
  overridePriority: '',
  overrideNote: '',
  way: '',
  planFields: {},
};

const planValues = (plan: VerificationPlan | null): Pick<ActionValues, 'way' | 'planFields'> => ({
  way: plan?.kind ?? '',
  planFields: Object.fromEntries(
    Object.entries(plan?.fields ?? {}).map(([id, value]) => [id, String(value)]),
  ),
});

/** What the form begins with: nothing, what a draft proposes, or what an action says. */
export function valuesOf(from: Action | Proposal | null): ActionValues {
  if (from === null) return BLANK;
  const { title, kind } = from;
  if (!('id' in from))
    return { ...BLANK, title, kind, description: from.because, ...planValues(from.verification) };
  const { sloImpact, customerImpact, recurrenceRisk, effort } = from.priorityFacts;
  return {
    title,
    kind,
    description: from.description,
    owner: from.owner,
    dueOn: from.dueOn ?? '',
    findingId: from.findingId ?? '',
    sloImpact: sloImpact ?? '',
    customerImpact: customerImpact ?? '',
    recurrenceRisk: recurrenceRisk ?? '',
    effort: effort ?? '',
    overridePriority: from.priorityOverride?.priority ?? '',
    overrideNote: from.priorityOverride?.note ?? '',
    ...planValues(from.verification),
  };
}

/** The facts from which the priority is computed. */
export const factsOf = ({
  sloImpact,
  customerImpact,
  recurrenceRisk,
  effort,
}: ActionValues): PriorityFacts => ({
  sloImpact: sloImpact || null,
  customerImpact: customerImpact || null,
  recurrenceRisk: recurrenceRisk || null,
  effort: effort || null,
});

/** The plan that the form describes; null while nobody has decided on a way. */
export function planOf({ way, planFields }: ActionValues): VerificationPlan | null {
  if (way === '') return null;
  const filled = VERIFICATION_WAYS[way].fields.flatMap(({ id, type }) => {
    const value = planFields[id]?.trim() ? planFields[id] : undefined;
    if (value === undefined) return [];
    return [[id, type === 'days' || type === 'hours' ? Number(value) : value] as const];
  });
  return { kind: way, fields: Object.fromEntries(filled) };
}

/** The operation's input that the form describes. */
export const toFields = (values: ActionValues) => ({
  title: values.title,
  description: values.description,
  kind: values.kind,
  ownerId: values.owner?.id ?? null,
  dueOn: values.dueOn || null,
  findingId: values.findingId || null,
  priorityFacts: factsOf(values),
  priorityOverride: values.overridePriority
    ? { priority: values.overridePriority, note: values.overrideNote }
    : null,
  verification: planOf(values) as { kind: VerificationKind; fields: Record<string, string | number> } | null,
});

export type ActionFields = ReturnType<typeof toFields>;

/** Those fields that differ: what somebody else changed meanwhile is not put back. */
export function changedFields(before: ActionValues, after: ActionValues): Partial<ActionFields> {
  const old = toFields(before);
  return Object.fromEntries(
    Object.entries(toFields(after)).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(old[name as keyof ActionFields]),
    ),
  );
}
