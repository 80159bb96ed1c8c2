import { computePriority, EFFORTS, IMPACTS, PRIORITIES } from '../../core/lifecycle/priority.ts';
import { t } from '../messages/index.ts';
import { Badge } from '../ui/Badge.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { factsOf } from './actionValues.ts';
import { PRIORITY_TONE } from './tones.ts';
import type { ActionFormState } from './useActionForm.ts';

const { priority: texts } = t.actions;
const IMPACT_FACTS = ['sloImpact', 'customerImpact', 'recurrenceRisk'] as const;

/** The facts that give the priority, its sum as it stands, and another priority by hand with the reason. */
export function PriorityFields({ form }: { form: ActionFormState }) {
  const { priority, score, explanation } = computePriority(factsOf(form.values));
  const { overridePriority } = form.values;
  return (
    <fieldset className="flex flex-col gap-3 rounded border border-line p-3">
      <legend className="px-1 font-semibold">{texts.title}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {IMPACT_FACTS.map(fact => (
          <SelectField key={fact} label={texts[fact]} {...form.text(fact)}>
            <option value="">{texts.unsaid}</option>
            {IMPACTS.map(impact => (
              <option key={impact} value={impact}>
                {texts.impact[impact]}
              </option>
            ))}
          </SelectField>
        ))}
        <SelectField label={texts.effort} {...form.text('effort')}>
          <option value="">{texts.unsaid}</option>
          {EFFORTS.map(effort => (
            <option key={effort} value={effort}>
              {texts.efforts[effort]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="rounded bg-sunken px-3 py-2 text-sm">
        <p className="mb-1 flex flex-wrap items-center gap-2">
          <Badge tone={PRIORITY_TONE[priority]}>{priority.toUpperCase()}</Badge>
          {texts.computed(priority.toUpperCase(), score)}
        </p>
        <ul className="text-muted">
          {explanation.slice(0, -1).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className="grid gap-3 sm:grid-cols-[auto_1fr]">
        <SelectField label={texts.override} {...form.text('overridePriority')}>
          <option value="">{texts.asComputed}</option>
          {PRIORITIES.map(one => (
            <option key={one} value={one}>
              {one.toUpperCase()}
            </option>
          ))}
        </SelectField>
        {overridePriority !== '' && (
          <TextField
            label={texts.overrideNote}
            required
            {...form.text('overrideNote')}
            error={form.issue('/priorityOverride')}
          />
        )}
      </div>
    </fieldset>
  );
}
