import { ACTION_KINDS } from '../../core/lifecycle/actionKinds.ts';
import { VERIFICATION_WAYS } from '../../core/lifecycle/verification.ts';
import { t } from '../messages/index.ts';
import { type Edited, useForm } from '../ui/useForm.ts';
import type { ActionValues } from './actionValues.ts';

const { field, priority, verification } = t.actions;
const impact = (label: string) => ({
  label,
  text: (id: string) => priority.impact[id] ?? id,
});

/** How the fields and their values read. */
const WORDS: Edited<ActionValues>['words'] = {
  title: field.title,
  description: field.description,
  kind: { label: field.kind, text: id => ACTION_KINDS.find(kind => kind.id === id)?.name ?? id },
  owner: field.owner,
  dueOn: field.due,
  findingId: field.finding,
  sloImpact: impact(priority.sloImpact),
  customerImpact: impact(priority.customerImpact),
  recurrenceRisk: impact(priority.recurrenceRisk),
  effort: { label: priority.effort, text: id => priority.efforts[id] ?? id },
  overridePriority: priority.override,
  overrideNote: priority.overrideNote,
  way: { label: verification.way, text: way => way && VERIFICATION_WAYS[way].name },
  planFields: { label: verification.title, text: fields => Object.values(fields).join('\n') },
};

/** What somebody fills in of an action, beside what the server says of it; `version` is that of the action as it is. */
export const useActionForm = (now: ActionValues, error: unknown, version?: number) =>
  useForm(now, error, version === undefined ? undefined : { version, words: WORDS });

export type ActionFormState = ReturnType<typeof useActionForm>;
