import { useEffect } from 'react';

/** Scrolls to an element that the address names by its #, once it is there: what was loaded late is found too. */
export function useArrival(id: string): void {
  useEffect(() => {
    if (location.hash === `#${id}`) document.getElementById(id)?.scrollIntoView();
  }, [id]);
}
