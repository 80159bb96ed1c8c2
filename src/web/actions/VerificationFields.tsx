import {
  checkVerification,
  VERIFICATION_KINDS,
  VERIFICATION_WAYS,
  type VerificationField,
} from '../../core/lifecycle/verification.ts';
import { t } from '../messages/index.ts';
import { SelectField, TextArea, TextField } from '../ui/Field.tsx';
import { FormError } from '../ui/FormError.tsx';
import { planOf } from './actionValues.ts';
import type { ActionFormState } from './useActionForm.ts';

interface VerificationFieldsProps {
  form: ActionFormState;
  /** Says what is missing: once somebody has tried to save, not while they begin. */
  isChecked: boolean;
}

/** How an action is proved: the way, and the fields that this way needs. */
export function VerificationFields({ form, isChecked }: VerificationFieldsProps) {
  const { way, planFields } = form.values;
  const plan = planOf(form.values);
  const remarks = isChecked && plan ? checkVerification(plan) : [];
  const set = (id: string, value: string): void => form.set('planFields', { ...planFields, [id]: value });
  return (
    <fieldset className="flex flex-col gap-3 rounded border border-line p-3">
      <legend className="px-1 font-semibold">{t.actions.verification.title}</legend>
      <SelectField label={t.actions.verification.way} hint={way && hintOf(way)} {...form.text('way')}>
        <option value="">{t.actions.verification.none}</option>
        {VERIFICATION_KINDS.map(kind => (
          <option key={kind} value={kind}>
            {VERIFICATION_WAYS[kind].name}
          </option>
        ))}
      </SelectField>
      {way &&
        VERIFICATION_WAYS[way].fields.map(field => (
          <PlanField
            key={`${way} ${field.id}`}
            field={field}
            value={planFields[field.id] ?? ''}
            error={remarks.find(({ on }) => on === field.id)?.text}
            onChange={value => set(field.id, value)}
          />
        ))}
      {remarks.length === 0 && <FormError text={form.issue('/verification')} />}
    </fieldset>
  );
}

function hintOf(way: keyof typeof VERIFICATION_WAYS): string {
  const { description, isAutomatic } = VERIFICATION_WAYS[way];
  const { automatic, signed } = t.actions.verification;
  return `${description} ${isAutomatic ? automatic : signed}`;
}

interface PlanFieldProps {
  field: VerificationField;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

function PlanField({ field: { label, help, type, isRequired }, value, error, onChange }: PlanFieldProps) {
  const common = {
    label,
    hint: help,
    error,
    isOptional: !isRequired,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (type === 'code')
    return <TextArea {...common} rows={3} spellCheck={false} className="[&_textarea]:font-mono" />;
  if (type === 'text') return <TextArea {...common} rows={2} />;
  return <TextField {...common} type="number" inputMode="numeric" min={1} className="[&_input]:max-w-40" />;
}
