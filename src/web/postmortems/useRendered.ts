import { useDeferredValue, useEffect } from 'react';

/** Sections that a page begins with: what they hold is in sight at once. */
const AT_THE_TOP = 2;

/** Postmortems that were read since the app was opened: who comes back to one, comes back to a place in it. */
const read = new Set<string>();

/**
 * Whether a section is rendered yet. Further down it can be read as it was written until there is time to render it:
 * rendering all of a long text at once would hold up the page. Where a place in the text is gone to, by the way back or by
 * the address, everything takes its room at once: what grows later would push that place away.
 */
export function useRendered(postmortemId: string, index: number): boolean {
  const isAwaited = index < AT_THE_TOP || location.hash !== '' || read.has(postmortemId);
  const isRendered = useDeferredValue(true, isAwaited);
  useEffect(() => {
    read.add(postmortemId);
  }, [postmortemId]);
  return isRendered;
}
