import { t } from '../messages/index.ts';
import { Button } from './Button.tsx';
import type { Selection } from './useSelection.ts';
import { useShortcut } from './useShortcut.ts';

interface SelectionBarProps {
  /** What is selected, for screen readers: `Selected actions`. */
  label: string;
  /** How many, in words. */
  text: string;
  count: number;
  /** As many as can be changed at once. */
  most: number;
  selection: Selection;
  onChange(): void;
}

/** What can be done with the selected rows of a list; `e` changes them, Escape lets them go. */
export function SelectionBar({ label, text, count, most, selection, onChange }: SelectionBarProps) {
  const isTooMany = count > most;
  useShortcut('e', t.selection.keys.change, () => count > 0 && !isTooMany && onChange());
  useShortcut('Escape', '', selection.clear);
  if (count === 0) return null;
  return (
    <section
      aria-label={label}
      className="no-print sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded border border-line bg-raised py-1.5 pl-4 pr-1.5 shadow-float"
    >
      <span role="status" className="mr-2">
        {text}
        {isTooMany && <span className="ml-2 text-warn">{t.selection.most(most)}</span>}
      </span>
      <Button kind="primary" disabled={isTooMany} onClick={onChange}>
        {t.selection.change}
      </Button>
      <Button kind="quiet" onClick={selection.clear}>
        {t.selection.clear}
      </Button>
    </section>
  );
}
