import type { FormSchema } from '../../../contract/formSchema.ts';
import { t } from '../../messages/index.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { FormError } from '../../ui/FormError.tsx';
import { InstantField } from '../../ui/InstantField.tsx';
import type { ControlProps } from '../control.ts';

const boundsOf = ({ minimum, maximum }: FormSchema): string | undefined =>
  minimum === undefined || maximum === undefined ? undefined : t.forms.between(minimum, maximum);

/** A number within its bounds. What is typed and is none is kept as one that no schema takes. */
export const NumberControl = ({ schema, texts, value, isNeeded, error, onChange }: ControlProps<number>) => (
  <TextField
    label={texts.label}
    hint={[texts.hint, boundsOf(schema)].filter(Boolean).join(' ')}
    error={error}
    isOptional={!isNeeded}
    type="number"
    min={schema.minimum}
    max={schema.maximum}
    step={schema.type === 'integer' ? 1 : 'any'}
    value={value === undefined || Number.isNaN(value) ? '' : value}
    onChange={({ target }) => {
      const isBlank = target.value === '' && !target.validity.badInput;
      onChange(isBlank ? undefined : target.valueAsNumber);
    }}
  />
);

/** Something that is so or not. */
export const SwitchControl = ({ texts, value = false, error, onChange }: ControlProps<boolean>) => (
  <div data-problem={error && ''}>
    <CheckField
      label={texts.label}
      {...(texts.hint && { text: texts.hint })}
      isChecked={value}
      onChange={onChange}
    />
    <FormError text={error} />
  </div>
);

/** A day of the calendar. */
export const DayControl = ({ texts, value, isNeeded, error, onChange }: ControlProps<string>) => (
  <TextField
    label={texts.label}
    hint={texts.hint}
    error={error}
    isOptional={!isNeeded}
    type="date"
    className="max-w-60"
    value={value ?? ''}
    onChange={({ target }) => onChange(target.value)}
  />
);

/** An instant. */
export const InstantControl = ({ texts, value, isNeeded, error, onChange }: ControlProps<string>) => (
  <InstantField
    label={texts.label}
    hint={texts.hint}
    error={error}
    isOptional={!isNeeded}
    step={1}
    className="max-w-60"
    at={value || undefined}
    onAt={at => onChange(at ?? '')}
  />
);
