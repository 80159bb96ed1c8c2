import type { Moment } from '../../../core/document/bundle.ts';
import { button, el, ICONS, icon } from '../dom.ts';
import type { Mark, TimelineModel } from './model.ts';

/** The search field: marks what it finds and steps through it in order of time. */
export interface Search {
  element: HTMLElement;
  focus(): void;
}

export interface SearchEffects {
  /** All that was found, or undefined when nothing is searched. */
  found(hits: ReadonlySet<Mark | Moment> | undefined): void;
  go(hit: Mark | Moment): void;
}

/** Typing pauses this long, in milliseconds, before a search begins. */
const PAUSE = 120;

/** Makes the search over events and moments. */
export function createSearch(model: TimelineModel, effects: SearchEffects): Search {
  const field = el('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Search events and moments',
    'aria-label': 'Search events and moments',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  const count = el('output', { class: 'search-count', for: 'search' });
  const back = button(icon(ICONS.up), 'Previous match', () => step(-1), { class: 'quiet' });
  const on = button(icon(ICONS.down), 'Next match', () => step(1), { class: 'quiet' });
  const element = el('div', { class: 'search', role: 'search' }, icon(ICONS.search), field, count, back, on);
  const texts = new Map<Mark | Moment, string>();
  let hits: (Mark | Moment)[] = [];
  let place = -1;
  let timer = 0;

  function search(): void {
    clearTimeout(timer);
    const wanted = field.value.trim().toLowerCase();
    hits = wanted === '' ? [] : everything().filter(item => textOf(item).includes(wanted));
    place = -1;
    effects.found(wanted === '' ? undefined : new Set(hits));
    show();
  }

  function everything(): (Mark | Moment)[] {
    return [...model.moments, ...model.marks].sort((a, b) => a.at - b.at);
  }

  function textOf(item: Mark | Moment): string {
    const known = texts.get(item);
    if (known !== undefined) return known;
    const text =
      'event' in item ? eventText(item) : `${item.title}\n${item.reason}\n${item.source}\n${item.service}`;
    texts.set(item, text.toLowerCase());
    return texts.get(item) ?? '';
  }

  function step(direction: 1 | -1): void {
    if (hits.length === 0) return;
    const start = place < 0 && direction < 0 ? 0 : place;
    place = (start + direction + hits.length) % hits.length;
    const hit = hits[place];
    if (hit) effects.go(hit);
    show();
  }

  function show(): void {
    const none = field.value.trim() === '' ? '' : 'none';
    count.textContent = hits.length === 0 ? none : `${place < 0 ? '–' : place + 1}/${hits.length}`;
    back.disabled = on.disabled = hits.length === 0;
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE) as unknown as number;
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      field.value = '';
      search();
      field.blur();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (hits.length === 0 || place < 0) search();
    step(event.shiftKey ? -1 : 1);
  });
  show();
  return { element, focus: () => field.select() };
}

function eventText({ event }: Mark): string {
  return [
    event.body,
    event.name,
    event.source,
    event.service,
    event.host,
    event.traceId,
    event.attributes,
  ].join('\n');
}
