import { useState } from 'react';
import type { ControlProps } from '../../forms/control.ts';
import { t } from '../../messages/index.ts';
import { SelectField } from '../../ui/Field.tsx';

const DAY = 86_400_000;

/** The instant at which something ends that begins now and lives for so many days; null for what never ends. */
export const endOf = (days: string): string | null =>
  days === 'never' ? null : new Date(Date.now() + Number(days) * DAY).toISOString();

/** When a token ends, said by how long it works from now on. */
export function LifetimeControl({ texts, error, onChange }: ControlProps<string>) {
  const [days, setDays] = useState('90');
  return (
    <SelectField
      label={texts.label}
      error={error}
      value={days}
      onChange={({ target }) => {
        setDays(target.value);
        onChange(endOf(target.value));
      }}
    >
      {Object.entries(t.tokens.lifetimes).map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SelectField>
  );
}
