import { X } from 'lucide-react';
import { Field } from './Field.tsx';

interface Choice {
  id: string;
  name: string;
}

interface PickManyProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** At least one must be chosen. */
  isNeeded?: boolean;
  className?: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** Several of many: what is chosen stands as chips that can be taken away, the rest in a list. */
export function PickMany({
  label,
  hint,
  error,
  isNeeded = false,
  className,
  choices,
  chosen,
  onChange,
}: PickManyProps) {
  const left = choices.filter(({ id }) => !chosen.includes(id));
  return (
    <Field label={label} hint={hint} error={error} isOptional={!isNeeded} {...(className && { className })}>
      {field => (
        <div className="flex flex-wrap items-center gap-1.5 rounded border border-line bg-panel p-1.5">
          {chosen.map(id => {
            const name = choices.find(choice => choice.id === id)?.name ?? id;
            return (
              <button
                key={id}
                type="button"
                aria-label={`× ${name}`}
                className="flex h-6 items-center gap-1 rounded-full bg-accent-soft pl-2.5 pr-1.5 text-sm text-accent"
                onClick={() => onChange(chosen.filter(other => other !== id))}
              >
                {name}
                <X size={13} aria-hidden />
              </button>
            );
          })}
          <select
            {...field}
            value=""
            className="h-6 min-w-32 flex-1 bg-transparent text-muted outline-offset-4"
            onChange={event => onChange([...chosen, event.target.value])}
          >
            <option value="">{left.length === 0 ? '–' : '+'}</option>
            {left.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}
