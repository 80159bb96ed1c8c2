import type { LucideIcon } from 'lucide-react';
import { cx } from './cx.ts';

interface ChoiceBarProps<Id extends string> {
  label: string;
  choices: readonly { id: Id; name: string; icon?: LucideIcon }[];
  chosen: NoInfer<Id>;
  onChoose(id: Id): void;
}

/** A few ways to look at the same thing, side by side; one of them is chosen. */
export function ChoiceBar<Id extends string>({ label, choices, chosen, onChoose }: ChoiceBarProps<Id>) {
  return (
    <fieldset aria-label={label} className="flex gap-1">
      {choices.map(({ id, name, icon: Icon }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          className={cx(
            'flex h-7 items-center gap-1.5 whitespace-nowrap rounded px-2.5 text-sm',
            id === chosen ? 'bg-accent-soft font-medium text-accent' : 'text-muted hover:bg-sunken',
          )}
          onClick={() => onChoose(id)}
        >
          {Icon && <Icon size={15} aria-hidden />}
          {name}
        </button>
      ))}
    </fieldset>
  );
}
