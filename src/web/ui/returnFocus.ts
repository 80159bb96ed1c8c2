/** What had the focus last; for an item of a menu, which is gone as soon as it is chosen, the menu's button. */
let focused: HTMLElement | null = null;
addEventListener('focusin', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const button = target.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  focused = button ? document.getElementById(button) : target;
});

const openers = new WeakMap<Element, HTMLElement | null>();

/** What has the focus as a window opens: read before anything inside takes it. */
export const readOpener = (): HTMLElement | null => focused;

/** Notes what opened a window, for one that may open in its place. */
export function keepOpener(dialog: Element | null, opener: HTMLElement | null): void {
  if (dialog) openers.set(dialog, opener);
}

/** Gives the focus back to what opened a window; where that stood in a window that is gone, to what opened that one. */
export function returnFocus(opener: HTMLElement | null): void {
  for (let to: HTMLElement | null = opener; to; ) {
    if (to.isConnected) return to.focus();
    const dialog: Element | null = to.closest('[role="dialog"]');
    to = (dialog && openers.get(dialog)) ?? null;
  }
}
