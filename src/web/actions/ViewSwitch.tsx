import { Columns3, Rows3 } from 'lucide-react';
import { t } from '../messages/index.ts';
import { Button } from '../ui/Button.tsx';
import { useShortcut } from '../ui/useShortcut.ts';

const VIEWS = [
  { view: 'table', icon: Rows3 },
  { view: 'board', icon: Columns3 },
] as const;

interface ViewSwitchProps {
  view: 'table' | 'board';
  /** Undefined for the table, which the address need not say. */
  onChange(view: 'board' | undefined): void;
}

/** Table or board; `v` changes between them. */
export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  useShortcut('v', t.actions.view.label!, () => onChange(view === 'table' ? 'board' : undefined));
  return (
    <fieldset className="flex gap-0.5 rounded border border-line p-px">
      <legend className="sr-only">{t.actions.view.label}</legend>
      {VIEWS.map(({ view: one, icon: Icon }) => (
        <Button
          key={one}
          kind="quiet"
          size="small"
          aria-pressed={one === view}
          {...(one === view && { className: 'bg-accent-soft !text-accent' })}
          icon={<Icon size={15} aria-hidden />}
          onClick={() => onChange(one === 'board' ? 'board' : undefined)}
        >
          {t.actions.view[one]}
        </Button>
      ))}
    </fieldset>
  );
}
