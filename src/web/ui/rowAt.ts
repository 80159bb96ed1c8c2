/** What opens the rows of the lists that are shown, from the top: each carries its row's id as `data-row`. */
export const allRows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** What opens the row in which the focus is, be it on its checkbox. */
export const currentRow = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('[data-row]') ??
  document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-row]') ??
  null;
