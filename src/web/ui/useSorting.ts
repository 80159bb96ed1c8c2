import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { moved } from './moved.ts';

/** So long must an order stand before it is saved, in milliseconds: several presses of a key are one change. */
const SETTLED = 700;

interface Sorting {
  keys: readonly string[];
  /** Saves an order; what is shown falls back to `keys` when it is done, whatever became of it. */
  onOrder(keys: readonly string[]): Promise<unknown>;
}

/**
 * An order that somebody is changing. It is shown at once and saved when it has settled.
 *
 * @returns the keys as they are to be shown, the one that is dragged, and what the handles do
 */
export function useSorting({ keys, onOrder }: Sorting) {
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const held = useRef<HTMLElement | null>(null);
  const known = new Set(keys);
  // What came in between stands at the end; what was removed is gone.
  const shown = wanted
    ? [...wanted.filter(key => known.has(key)), ...keys.filter(key => !wanted.includes(key))]
    : keys;
  const unsaved = useRef<(() => Promise<unknown>) | null>(null);
  unsaved.current = wanted && (() => onOrder(shown));

  useEffect(() => {
    if (!wanted || dragged) return;
    const timer = setTimeout(async () => {
      await unsaved.current?.();
      setWanted(before => (before === wanted ? null : before));
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [wanted, dragged]);
  // Who leaves right after a change has made it all the same.
  useEffect(() => () => void unsaved.current?.(), []);
  // A row that moves in the document loses the focus.
  useLayoutEffect(() => {
    if (!wanted) return;
    held.current?.focus({ preventScroll: true });
    held.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);

  const place = (key: string, to: number): void => {
    const from = shown.indexOf(key);
    if (to !== from && to >= 0 && to < shown.length) setWanted(moved(shown, from, to));
  };
  return {
    shown,
    dragged,
    /** Moves a row by one place; its handle keeps the focus. */
    step(key: string, by: 1 | -1, handle: HTMLElement): void {
      held.current = handle;
      place(key, shown.indexOf(key) + by);
    },
    /** Lets a row follow the pointer until it is let go. */
    drag: setDragged,
    place,
  };
}
