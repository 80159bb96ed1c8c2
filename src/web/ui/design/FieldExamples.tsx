import { useState } from 'react';
import { design } from '../../messages/en/design.ts';
import { CheckField } from '../CheckField.tsx';
import { Field, SelectField, TextArea, TextField } from '../Field.tsx';
import { FieldSet } from '../FieldSet.tsx';
import { FormError } from '../FormError.tsx';
import { InstantField } from '../InstantField.tsx';
import { type Found, PickFound } from '../PickFound.tsx';
import { PickMany } from '../PickMany.tsx';
import { WallTimeField } from '../WallTimeField.tsx';
import { FOUND, searchIn } from './found.ts';

/** What is filled in: with a hint, wrong, read only, optional. */
export function FieldExamples() {
  const [chosen, setChosen] = useState<readonly Found[]>(FOUND.slice(0, 1));
  const [text, setText] = useState('');
  const [at, setAt] = useState<string | undefined>('2023-01-30T12:07:14.123Z');
  const pick = {
    placeholder: design.add,
    chosen,
    found: searchIn(FOUND, text),
    text,
    onSearch: setText,
    onAdd: (picked: Found) => setChosen([...chosen, picked]),
    onRemove: (picked: Found) => setChosen(chosen.filter(({ id }) => id !== picked.id)),
  };
  return (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <TextField label={design.label} placeholder={design.placeholder} hint={design.hint} />
      <TextField label={design.label} defaultValue=" " error={design.wrong} />
      <SelectField label={design.tier}>
        <option>1</option>
        <option>2</option>
      </SelectField>
      <TextField label={design.readOnly} disabled defaultValue={design.asItIs} />
      <TextArea label={design.notes} isOptional />
      <Field label={design.count} hint={design.hint}>
        {field => <input {...field} type="range" className="h-8 accent-accent" />}
      </Field>
      <PickFound {...pick} label={design.several} hint={design.severalHint} />
      <PickFound {...pick} label={design.several} error={design.wrong} />
      <PickMany
        label={design.few}
        choices={FOUND}
        chosen={chosen.map(({ id }) => id)}
        onChange={ids => setChosen(FOUND.filter(({ id }) => ids.includes(id)))}
      />
      <FieldSet label={design.group} hint={design.hint}>
        <CheckField label={design.one} isChecked onChange={() => {}} />
        <CheckField label={design.other} isChecked={false} onChange={() => {}} />
      </FieldSet>
      <WallTimeField label={design.from} />
      <InstantField label={design.to} at={at} onAt={setAt} />
      <FormError text={design.wholeWrong} />
    </div>
  );
}
