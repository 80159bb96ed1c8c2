import type { Excerpt } from '../../../core/document/bundle.ts';
import { button, el } from '../dom.ts';
import type { PageZone } from '../pageZone.ts';
import { recordView } from './recordView.ts';

/** Records that are put on screen at once; a button brings as many again. */
const STEP = 50;

/** Records one below the other, some at a time. */
export function recordList(records: readonly Excerpt[], zone: PageZone): HTMLElement {
  const list = el('div', { class: 'records' });
  let shown = 0;
  const more = button('', 'Show more records', show);
  more.className = 'more-text';

  function show(): void {
    list.append(...records.slice(shown, shown + STEP).map(record => recordView(record, zone)));
    shown = Math.min(shown + STEP, records.length);
    if (shown === records.length) more.remove();
    else list.append(more);
    more.textContent = `Show more, ${records.length - shown} left`;
  }

  show();
  return list;
}
