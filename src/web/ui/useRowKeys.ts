import { useShortcut } from './useShortcut.ts';

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** What opens the row in which the focus is, be it on its checkbox. */
const current = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-row]') ??
  document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-row]') ??
  null;

function focusFrom(step: 1 | -1): void {
  const all = rows();
  const at = all.indexOf(current()!);
  const next = at === -1 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
}

interface RowKeys {
  /** What the help sheet says. */
  labels: { next: string; previous: string; select: string };
  onSelect(id: string): void;
}

/** Walks a list by `j` and `k` and chooses with `x`. What opens a row carries the row's id as `data-row`. */
export function useRowKeys({ labels, onSelect }: RowKeys): void {
  useShortcut('j', labels.next, () => focusFrom(1));
  useShortcut('k', labels.previous, () => focusFrom(-1));
  useShortcut('x', labels.select, () => {
    const id = current()?.dataset.row;
    if (id) onSelect(id);
  });
}
