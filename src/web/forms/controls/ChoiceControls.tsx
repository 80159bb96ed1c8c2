import { t } from '../../messages/index.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { FieldSet } from '../../ui/FieldSet.tsx';
import { PickMany } from '../../ui/PickMany.tsx';
import type { ControlProps } from '../control.ts';

/** One of several. */
export function ChoiceControl({ schema, texts, value, isNeeded, error, onChange }: ControlProps<string>) {
  const choices = (schema.enum ?? []).filter(choice => choice !== null) as string[];
  return (
    <SelectField
      label={texts.label}
      hint={texts.hint}
      error={error}
      isOptional={!isNeeded}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      {(!isNeeded || !value) && <option value="">{isNeeded ? t.forms.choose : t.common.none}</option>}
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {texts.choices?.[choice] ?? choice}
        </option>
      ))}
    </SelectField>
  );
}

const choicesOf = ({ schema }: ControlProps<string[]>): string[] => schema.items?.enum as string[];

/** Some of a few: all of them can be seen. */
export function ChecksControl(props: ControlProps<string[]>) {
  const { texts, value = [], isNeeded, error, onChange } = props;
  return (
    <FieldSet label={texts.label} hint={texts.hint} error={error} isOptional={!isNeeded}>
      <div className="grid gap-1.5 sm:grid-cols-2">
        {choicesOf(props).map(choice => (
          <CheckField
            key={choice}
            label={texts.choices?.[choice] ?? choice}
            {...(texts.choiceTexts?.[choice] && { text: texts.choiceTexts[choice] })}
            isChecked={value.includes(choice)}
            onChange={isChecked =>
              onChange(isChecked ? [...value, choice] : value.filter(other => other !== choice))
            }
          />
        ))}
      </div>
    </FieldSet>
  );
}

/** Some of many, in the order in which they were chosen. */
export function ChipsControl(props: ControlProps<string[]>) {
  const { texts, value = [], isNeeded, error, onChange } = props;
  return (
    <PickMany
      label={texts.label}
      hint={texts.hint}
      error={error}
      isNeeded={isNeeded}
      choices={choicesOf(props).map(id => ({ id, name: texts.choices?.[id] ?? id }))}
      chosen={value}
      onChange={onChange}
    />
  );
}
