import { useState } from 'react';
import type { ControlProps } from '../../forms/control.ts';
import { t } from '../../messages/index.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { FieldSet } from '../../ui/FieldSet.tsx';
import { FEATURES } from './features.ts';
import { type Level, READ_ALL, type ScopeChoice, toScopes } from './scopes.ts';

/** What a token may do: all, reading, or feature by feature. */
export function ScopesControl({ texts, error, onChange }: ControlProps<string[]>) {
  const [choice, setChoice] = useState<ScopeChoice>(READ_ALL);
  const choose = (next: ScopeChoice): void => {
    setChoice(next);
    onChange(toScopes(next));
  };
  return (
    <FieldSet label={texts.label} error={error}>
      {Object.entries(t.tokens.presets).map(([preset, label]) => (
        <CheckField
          key={preset}
          type="radio"
          name="preset"
          label={label}
          isChecked={choice.preset === preset}
          onChange={() => choose({ ...choice, preset: preset as ScopeChoice['preset'] })}
        />
      ))}
      {choice.preset === 'some' && (
        <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
          {FEATURES.map(({ name, hasChanges }) => (
            <li key={name}>
              <div className="flex h-8 items-center justify-between gap-2">
                <code className="font-mono text-sm">{name}</code>
                <select
                  aria-label={name}
                  className="h-7 w-32 shrink-0 rounded border border-line bg-panel px-1.5 text-sm"
                  value={choice.levels[name] ?? 'none'}
                  onChange={({ target }) =>
                    choose({ ...choice, levels: { ...choice.levels, [name]: target.value as Level } })
                  }
                >
                  <option value="none">{t.tokens.levels.none}</option>
                  <option value="read">{t.tokens.levels.read}</option>
                  {hasChanges && <option value="change">{t.tokens.levels.change}</option>}
                </select>
              </div>
            </li>
          ))}
        </ul>
      )}
    </FieldSet>
  );
}
