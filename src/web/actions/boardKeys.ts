const cards = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('[data-row]')];

/** The card that an arrow key leads to from a card: above and below in its column, or the same height beside. */
export function cardBeside(from: HTMLElement, key: string): HTMLElement | undefined {
  const column = from.closest('[data-column]');
  if (!column) return undefined;
  const here = cards(column);
  const at = here.indexOf(from);
  if (key === 'ArrowUp') return here[at - 1];
  if (key === 'ArrowDown') return here[at + 1];
  const columns = [...(column.parentElement?.querySelectorAll('[data-column]') ?? [])];
  const step = key === 'ArrowLeft' ? -1 : 1;
  for (let i = columns.indexOf(column) + step; columns[i]; i += step) {
    const there = cards(columns[i]!);
    if (there.length > 0) return there[Math.min(at, there.length - 1)];
  }
  return undefined;
}
