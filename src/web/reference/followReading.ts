/** Marks in the list at the side which operation is being read, and keeps it in sight. */
export function followReading(): void {
  const links = new Map(
    Array.from(document.querySelectorAll<HTMLElement>('[data-for]'), item => [item.dataset.for!, item]),
  );
  const onScreen = new Set<Element>();
  const watch = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) onScreen.add(target);
        else onScreen.delete(target);
      const first = Array.from(document.querySelectorAll('.operation')).find(each => onScreen.has(each));
      if (first) mark(links, first.id);
    },
    { rootMargin: '-64px 0px -60% 0px' },
  );
  for (const operation of document.querySelectorAll('.operation')) watch.observe(operation);
}

function mark(links: ReadonlyMap<string, HTMLElement>, name: string): void {
  for (const [each, item] of links) {
    const link = item.querySelector('a')!;
    if (each !== name) link.removeAttribute('aria-current');
    else if (!link.hasAttribute('aria-current')) {
      link.setAttribute('aria-current', 'true');
      bringIntoList(item);
    }
  }
}

/** Scrolls the list alone: on a small screen it stands above what is read, which must not move. */
function bringIntoList(item: HTMLElement): void {
  const list = item.closest('nav')!;
  const [place, frame] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  if (place.top < frame.top) list.scrollTop -= frame.top - place.top;
  if (place.bottom > frame.bottom) list.scrollTop += place.bottom - frame.bottom;
}
