import type { Drawer } from './drawer.ts';
import type { Leaves } from './leaf.ts';

/** Opens the drawer for links and addresses that name a piece of evidence; all other links stay as they are. */
export function followLinks(leaves: Leaves, drawer: Drawer): void {
  document.addEventListener('click', event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const leaf = link && leaves.at(leafHash(link.getAttribute('href') ?? ''));
    if (!leaf) return;
    event.preventDefault();
    if (link instanceof HTMLElement) link.focus({ preventScroll: true });
    drawer.open(leaf);
  });
  addEventListener('popstate', follow);
  follow();

  function follow(): void {
    const leaf = leaves.at(leafHash(location.hash));
    if (leaf) drawer.open(leaf);
    else drawer.close();
  }
}

function leafHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
