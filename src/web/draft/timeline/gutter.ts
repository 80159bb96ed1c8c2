import { el } from '../dom.ts';
import type { TimelineFilter } from './filter.ts';
import { AXIS_HEIGHT, type Layout, MARKS_HEIGHT, MARKS_TOP, PHASE_HEIGHT, type Row } from './layout.ts';

/** The column of names beside the rows; a lane's name narrows the timeline to that source. */
export interface Gutter {
  element: HTMLElement;
  lay(layout: Layout, filter: TimelineFilter): void;
}

/** Makes the gutter. `toggle` is called with the source whose name was pressed. */
export function createGutter(toggle: (source: string) => void): Gutter {
  const element = el('div', { class: 'gutter', role: 'group', 'aria-label': 'Sources' });
  return {
    element,
    lay(layout, filter) {
      const focused =
        document.activeElement instanceof HTMLElement ? document.activeElement.dataset.source : undefined;
      element.replaceChildren(...captions(), ...layout.rows.map(row => nameOf(row, filter, toggle)));
      for (const name of element.querySelectorAll<HTMLElement>('[data-source]')) {
        if (focused !== undefined && name.dataset.source === focused) name.focus({ preventScroll: true });
      }
    },
  };
}

/** Names for the bands above the rows. */
function captions(): HTMLElement[] {
  const bands = [
    ['Phases', AXIS_HEIGHT, PHASE_HEIGHT],
    ['Moments', MARKS_TOP, MARKS_HEIGHT],
  ] as const;
  return bands.map(([text, top, height]) => {
    const caption = el('div', { class: 'row-name caption' }, text);
    caption.style.top = `${top / 16}rem`;
    caption.style.height = `${height / 16}rem`;
    return caption;
  });
}

function nameOf(row: Row, filter: TimelineFilter, toggle: (source: string) => void): HTMLElement {
  const name = row.kind === 'series' ? seriesName(row) : laneName(row, filter, toggle);
  name.style.top = `${row.top / 16}rem`;
  name.style.height = `${row.height / 16}rem`;
  return name;
}

function seriesName({ item: { series } }: Extract<Row, { kind: 'series' }>): HTMLElement {
  const unit = series.unit === '' ? '' : ` (${series.unit})`;
  return el(
    'div',
    { class: 'row-name series-name', title: `${series.title}${unit}, ${series.service}` },
    el('span', { class: 'row-title' }, series.title),
    el('span', { class: 'row-more' }, series.service),
  );
}

function laneName(
  { item: { lane } }: Extract<Row, { kind: 'lane' }>,
  filter: TimelineFilter,
  toggle: (source: string) => void,
): HTMLElement {
  const made = el(
    'button',
    {
      type: 'button',
      title: `Only ${lane.source}, ${lane.records.toLocaleString('en')} records`,
      'aria-pressed': String(filter.sources.has(lane.source)),
      'data-source': lane.source,
      class: 'row-name lane-name',
    },
    el('span', { class: 'row-title', dir: 'auto' }, lane.source),
    ' ',
    el('span', { class: 'row-more' }, shortCount(lane.records)),
  );
  made.addEventListener('click', () => toggle(lane.source));
  return made;
}

function shortCount(value: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}
