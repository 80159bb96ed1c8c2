import { useEffect, useRef } from 'react';

export interface Shortcut {
  /** What the help sheet says. */
  label: string;
  run(): void;
}

/** Shortcuts in force by their keys, for the help sheet and the palette. */
export const shortcuts = new Map<string, Shortcut>();

/** Where letters mean themselves; in a box that is ticked they do not. */
const TYPED_INTO = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_INTO));

/** Who wants a key, the one shown last at the end: a page may take a key of the app over while it is shown. */
const claims = new Map<string, Shortcut[]>();

function claim(keys: string, own: Shortcut): { isHeard(): boolean; release(): void } {
  const all = claims.get(keys) ?? [];
  claims.set(keys, all);
  const tell = (): void => {
    const shown = all.at(-1);
    if (shown?.label) shortcuts.set(keys, shown);
    else shortcuts.delete(keys);
  };
  all.push(own);
  tell();
  return {
    isHeard: () => all.at(-1) === own,
    release() {
      all.splice(all.indexOf(own), 1);
      tell();
    },
  };
}

let pending = '';
let pendingSince = 0;
/** Two keys of one shortcut, such as `g i`, come within this many milliseconds. */
const TOGETHER = 1_200;

/**
 * Does something on a key, or on two in a row (`g i`), while this component is shown; not while somebody types or a
 * dialog is open.
 *
 * @param label what the help sheet says; empty hides it there
 */
export function useShortcut(keys: string, label: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const { isHeard, release } = claim(keys, { label, run: () => latest.current() });
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!isHeard()) return;
      if (isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
      const isSecond = event.timeStamp - pendingSince < TOGETHER && pending !== '';
      const pressed = isSecond ? `${pending} ${event.key}` : event.key;
      if (pressed === keys) {
        event.preventDefault();
        pending = '';
        latest.current();
      } else if (!isSecond && keys.startsWith(`${event.key} `)) {
        pending = event.key;
        pendingSince = event.timeStamp;
      }
    };
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('keydown', onKey);
      release();
    };
  }, [keys, label]);
}
