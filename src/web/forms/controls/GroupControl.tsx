import { FieldSet } from '../../ui/FieldSet.tsx';
import type { ControlProps } from '../control.ts';
import type { FormValues } from '../formValues.ts';

/** Something that has fields of its own. */
export const GroupControl = ({
  schema,
  texts,
  path,
  value = {},
  error,
  issues,
  onChange,
  drawFields,
}: ControlProps<FormValues>) => (
  <FieldSet label={texts.label} hint={texts.hint} error={error}>
    <div className="flex flex-col gap-4 border-l border-line pl-4">
      {drawFields({
        schema,
        texts: texts.fields ?? {},
        values: value,
        path,
        issues,
        onChange: (name, next) => onChange({ ...value, [name]: next }),
      })}
    </div>
  </FieldSet>
);
