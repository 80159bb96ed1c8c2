import { type RefObject, useLayoutEffect, useState } from 'react';
import { everythingOf, problemOf } from './problemOf.ts';

/** What shows what is wrong by itself: a field, or a part of the form that says so. */
const SHOWN = '[aria-invalid="true"], [data-problem]';

/** Leads to the first field that is wrong; where nothing in the form shows what is wrong, it is said as a whole. */
export function useProblem(error: unknown, form: RefObject<HTMLFormElement | null>): string | undefined {
  const [isShown, setShown] = useState(false);
  // Before anything is painted or read aloud: whether it is said as a whole depends on what the form shows.
  useLayoutEffect(() => {
    const wrong = error ? form.current?.querySelector<HTMLElement>(SHOWN) : undefined;
    wrong?.focus();
    setShown(Boolean(wrong));
  }, [error, form]);
  return isShown ? problemOf(error) : everythingOf(error);
}
