import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { t } from '../messages/index.ts';
import { useShortcut } from '../ui/useShortcut.ts';

const hitsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-row]')];

interface HitKeys {
  input: RefObject<HTMLInputElement | null>;
  list: RefObject<HTMLDivElement | null>;
  onKeyDown(event: KeyboardEvent): void;
}

/** Moves through hits by keyboard: arrows from the field on, and `s` back into it. */
export function useHitKeys(): HitKeys {
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1): void => {
    if (!list.current) return;
    const hits = hitsIn(list.current);
    const at = hits.indexOf(document.activeElement as HTMLElement) + by;
    // Before the first hit comes the field.
    if (at < 0 && by < 0) input.current?.focus();
    else hits[Math.min(at, hits.length - 1)]?.focus();
  };
  useShortcut('s', t.archive.focus, () => input.current?.focus());
  return {
    input,
    list,
    onKeyDown(event) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      if (event.target !== input.current && !(event.target as HTMLElement).matches('[data-row]')) return;
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    },
  };
}
