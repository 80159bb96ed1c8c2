import { t } from '../../messages/index.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { FEATURES } from './features.ts';
import type { Level, ScopeChoice } from './scopes.ts';

interface ScopeFieldsProps {
  choice: ScopeChoice;
  error: string | undefined;
  onChange(choice: ScopeChoice): void;
}

/** What a token may do: all, reading, or feature by feature. */
export function ScopeFields({ choice, error, onChange }: ScopeFieldsProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{t.tokens.scopes}</legend>
      {Object.entries(t.tokens.presets).map(([preset, label]) => (
        <CheckField
          key={preset}
          type="radio"
          name="preset"
          label={label}
          isChecked={choice.preset === preset}
          onChange={() => onChange({ ...choice, preset: preset as ScopeChoice['preset'] })}
        />
      ))}
      {error && (
        <p role="alert" className="text-sm text-error">
          {error}
        </p>
      )}
      {choice.preset === 'some' && (
        <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
          {FEATURES.map(({ name, hasChanges }) => (
            <li key={name}>
              <div className="flex h-8 items-center justify-between gap-3">
                <code className="font-mono text-sm">{name}</code>
                <select
                  aria-label={name}
                  className="h-7 w-36 rounded border border-line bg-panel px-1.5 text-sm"
                  value={choice.levels[name] ?? 'none'}
                  onChange={({ target }) =>
                    onChange({ ...choice, levels: { ...choice.levels, [name]: target.value as Level } })
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
    </fieldset>
  );
}
