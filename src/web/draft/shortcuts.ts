/** What a key does, wherever on the page the focus is, except in fields for text. */
export type Shortcuts = Record<string, () => void>;

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]';

/** Listens for single keys; `isOn` lets people switch them off whose voice control types letters. */
export function listenForShortcuts(shortcuts: Shortcuts, isOn: () => boolean): void {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
    if (event.target instanceof Element && event.target.matches(TYPING)) return;
    if (document.querySelector('dialog[open]')) return;
    const act = shortcuts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
