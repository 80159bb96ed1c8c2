import { useLocation } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** For a row of links that may be wider than its place: scrolls it, and nothing else, to the link of what is shown. */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const { href } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: which link is the current one follows from the address.
  useEffect(() => {
    const element = row.current;
    if (!element) return;
    // Tells at once, and when the row comes to sight or gets another width.
    const sizes = new ResizeObserver(() => bringToSight(element));
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [href]);
  return row;
}

function bringToSight(row: HTMLElement): void {
  const link = row.querySelector('[aria-current="page"]')?.getBoundingClientRect();
  const frame = row.getBoundingClientRect();
  if (!link || (link.left >= frame.left && link.right <= frame.right)) return;
  row.scrollLeft += link.left - frame.left - (frame.width - link.width) / 2;
}
