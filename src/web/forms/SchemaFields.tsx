import type { ReactNode } from 'react';
import type { Control, FieldsOf, InputAttributes } from './control.ts';
import { CONTROLS } from './controls/index.ts';
import { canStayBlank } from './formValues.ts';
import { type Kind, kindOf, WITH_PARTS } from './kindOf.ts';
import type { SchemaFormState } from './useSchemaForm.ts';

interface SchemaFieldsProps {
  form: Pick<SchemaFormState<never>, 'shape' | 'texts' | 'values' | 'issues' | 'set'>;
  /** Controls for fields that deserve a better one than their schema tells of. */
  as?: Readonly<Record<string, Control>>;
  attributes?: Readonly<Record<string, InputAttributes>>;
}

/** The fields of a form, in the order of the operation's schema, each with the control of its kind. */
export const SchemaFields = ({ form, as = {}, attributes = {} }: SchemaFieldsProps) => (
  <div className="flex flex-col gap-4">
    {draw({
      schema: form.shape,
      texts: form.texts,
      values: form.values,
      path: '',
      issues: form.issues,
      onChange: form.set,
      as,
      attributes,
    })}
  </div>
);

type Drawn = FieldsOf & Required<Pick<SchemaFieldsProps, 'as' | 'attributes'>>;

/** What is wide stands alone in its row, where fields stand side by side. */
const WIDE: readonly Kind[] = ['prose', 'checks', 'switch', 'items', 'lines', 'group'];

function draw({ schema, texts, values, path, issues, onChange, as, attributes }: Drawn): ReactNode {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).map(([name, field]) => {
    const kind = kindOf(field);
    const Shown = as[name] ?? CONTROLS[kind];
    const at = `${path}/${name}`;
    return (
      <div key={name} className={WIDE.includes(kind) ? 'sm:col-span-full' : undefined}>
        <Shown
          schema={field}
          // A field that the catalogue lacks is named as the contract names it.
          texts={texts[name] ?? { label: name }}
          path={at}
          value={values[name] as never}
          isNeeded={required.includes(name) && !canStayBlank(field)}
          error={WITH_PARTS.includes(kind) ? issues.at(at) : issues.within(at)}
          issues={issues}
          attributes={attributes[name]}
          onChange={(value: unknown) => onChange(name, value)}
          drawFields={within => draw({ ...within, as: {}, attributes: {} })}
        />
      </div>
    );
  });
}
