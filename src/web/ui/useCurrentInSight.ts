import { useLocation } from '@tanstack/react-router';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/** For a row of links that may be wider than its place: scrolls it, and nothing else, to the link of what is shown. */
export function useCurrentInSight(): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const { href } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: which link is the current one follows from the address.
  useLayoutEffect(() => {
    const link = row.current?.querySelector('[aria-current="page"]')?.getBoundingClientRect();
    const frame = row.current?.getBoundingClientRect();
    if (!row.current || !link || !frame) return;
    if (link.left >= frame.left && link.right <= frame.right) return;
    row.current.scrollLeft += link.left - frame.left - (frame.width - link.width) / 2;
  }, [href]);
  return row;
}
