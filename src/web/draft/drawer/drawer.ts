import { button, el, ICONS, icon } from '../dom.ts';
import type { Leaf } from './leaf.ts';
import { type LeafSurroundings, leafView } from './leafView.ts';

/** The panel at the side that shows the evidence behind a sentence, a moment or a mark of the timeline. */
export interface Drawer {
  open(leaf: Leaf): void;
  close(): void;
  step(direction: 'previous' | 'next'): void;
  isOpen(): boolean;
}

/** Below this width the drawer covers the page, which must not take focus meanwhile. */
const COVERING = '(max-width: 720px)';

/** Makes the drawer. Its address is kept in the page's hash; closing gives the focus back to where it came from. */
export function createDrawer(around: LeafSurroundings): Drawer {
  const kicker = el('p', { class: 'drawer-kicker' });
  const title = el('h2', { id: 'drawer-title', tabindex: '-1', dir: 'auto' });
  const place = el('span', { class: 'drawer-place muted', 'aria-live': 'polite' });
  const body = el('div', {
    class: 'drawer-body',
    tabindex: '0',
    role: 'region',
    'aria-labelledby': 'drawer-title',
  });
  const previous = button(icon(ICONS.previous), 'Previous', () => step('previous'));
  const next = button(icon(ICONS.next), 'Next', () => step('next'));
  const shut = button(icon(ICONS.close), 'Close', close);
  const tools = el('div', { class: 'drawer-tools' }, kicker, place, previous, next, shut);
  const panel = el(
    'div',
    { class: 'drawer', id: 'drawer', role: 'dialog', 'aria-labelledby': 'drawer-title', hidden: '' },
    tools,
    title,
    body,
  );
  document.body.append(panel);
  let leaf: Leaf | undefined;
  let opener: Element | null = null;

  function open(wanted: Leaf): void {
    const wasOpen = leaf !== undefined;
    if (!wasOpen) opener = document.activeElement;
    setAddress(wanted.hash, wasOpen ? 'replaceState' : 'pushState');
    show(wanted);
    if (!wasOpen || !panel.contains(document.activeElement)) title.focus({ preventScroll: true });
  }

  function show(wanted: Leaf): void {
    leaf = wanted;
    const view = leafView(wanted, around);
    const neighbours = around.leaves.around(wanted);
    kicker.textContent = view.kicker;
    title.textContent = view.title;
    place.textContent = `${neighbours.place} of ${neighbours.of}`;
    previous.disabled = !neighbours.previous;
    next.disabled = !neighbours.next;
    body.replaceChildren(view.body);
    body.scrollTop = 0;
    panel.hidden = false;
    document.documentElement.classList.add('drawer-open');
    setCovered(matchMedia(COVERING).matches);
  }

  function close(): void {
    if (!leaf) return;
    leaf = undefined;
    panel.hidden = true;
    document.documentElement.classList.remove('drawer-open');
    setCovered(false);
    setAddress('', 'replaceState');
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  }

  function step(direction: 'previous' | 'next'): void {
    const neighbour = leaf && around.leaves.around(leaf)[direction];
    if (neighbour) open(neighbour);
  }

  panel.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') step('previous');
    if (event.key === 'ArrowRight') step('next');
  });
  return { open, close, step, isOpen: () => leaf !== undefined };
}

function setCovered(covered: boolean): void {
  for (const behind of document.querySelectorAll('.layout, .bar-top'))
    behind.toggleAttribute('inert', covered);
}

function setAddress(hash: string, how: 'pushState' | 'replaceState'): void {
  const page = location.href.split('#')[0] ?? '';
  history[how](null, '', hash === '' ? page : `${page}#${encodeURIComponent(hash)}`);
}
