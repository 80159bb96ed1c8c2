import { t } from '../messages/index.ts';
import { allRows, currentRow } from './rowAt.ts';
import { useShortcut } from './useShortcut.ts';

function focusFrom(step: 1 | -1): void {
  const all = allRows();
  const at = all.indexOf(currentRow()!);
  const next = at === -1 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + step))];
  next?.focus();
}

/** Walks the rows of a page's lists by `j` and `k`. What opens a row carries the row's id as `data-row`. */
export function useRowWalk(): void {
  useShortcut('j', t.selection.keys.next, () => focusFrom(1));
  useShortcut('k', t.selection.keys.previous, () => focusFrom(-1));
}
