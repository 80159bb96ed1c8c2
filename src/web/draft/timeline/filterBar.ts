import { momentKind } from '../../../core/document/momentKinds.ts';
import { button, el, ICONS, icon } from '../dom.ts';
import { filterSize, type TimelineFilter } from './filter.ts';
import type { TimelineModel } from './model.ts';

/** The filters by level, record kind and family of moments, behind one button. */
export interface FilterBar {
  toggle: HTMLButtonElement;
  element: HTMLElement;
  sync(): void;
}

const FAMILY_NAMES = {
  phase: 'phases',
  change: 'changes',
  alert: 'alerts',
  error: 'errors',
  measure: 'measures',
  talk: 'messages',
};
const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'none'];

/** Makes the filters for what the model holds; `changed` is called after each change of `filter`. */
export function createFilterBar(
  model: TimelineModel,
  filter: TimelineFilter,
  changed: () => void,
): FilterBar {
  const levels = new Set(model.marks.map(mark => mark.event.level || 'none'));
  const kinds = new Set(model.marks.map(mark => mark.event.kind));
  const families = new Set(model.moments.map(moment => momentKind(moment.kind).family));
  const chips: { chip: HTMLButtonElement; set: Set<string>; value: string }[] = [];

  function group(title: string, set: Set<string>, values: [value: string, name: string][]): HTMLElement {
    const made = values.map(([value, name]) => {
      const chip = el('button', { type: 'button', class: `toggle ${value}` }, name);
      chip.addEventListener('click', () => {
        if (!set.delete(value)) set.add(value);
        changed();
      });
      chips.push({ chip, set, value });
      return chip;
    });
    return el(
      'div',
      { class: 'filter-group', role: 'group', 'aria-label': title },
      el('span', { class: 'filter-title' }, title),
      ...made,
    );
  }

  const clear = el('button', { type: 'button', class: 'quiet' }, 'Clear filters');
  clear.addEventListener('click', () => {
    for (const set of [filter.sources, filter.levels, filter.kinds, filter.families]) set.clear();
    changed();
  });
  const element = el(
    'div',
    { class: 'filters', id: 'filters', hidden: '' },
    group(
      'Level',
      filter.levels,
      LEVELS.filter(level => levels.has(level as never)).map(level => [level, level]),
    ),
    group(
      'Records',
      filter.kinds,
      [...kinds].map(kind => [kind, kind]),
    ),
    group(
      'Moments',
      filter.families,
      [...families].map(family => [family, FAMILY_NAMES[family]]),
    ),
    clear,
  );
  const size = el('span', { class: 'badge' });
  const toggle = button(
    icon(ICONS.filter),
    'Filter',
    () => {
      element.hidden = !element.hidden;
      toggle.setAttribute('aria-expanded', String(!element.hidden));
    },
    { 'aria-expanded': 'false', 'aria-controls': 'filters' },
  );
  toggle.append(' Filter', size);

  function sync(): void {
    for (const { chip, set, value } of chips) chip.setAttribute('aria-pressed', String(set.has(value)));
    const restrictions = filterSize(filter);
    size.textContent = restrictions > 0 ? String(restrictions) : '';
    clear.hidden = restrictions === 0;
  }

  sync();
  return { toggle, element, sync };
}
