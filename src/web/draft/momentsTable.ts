import type { Moment } from '../../core/document/bundle.ts';
import type { PageData } from '../../core/document/pageData.ts';
import type { Stage } from './timeline/stage.ts';

/** The table of moments under the timeline, which shows the same selection in words. */
export interface MomentsTable {
  follow(stage: Stage): void;
  toggleAll(): void;
}

export interface MomentsTableEffects {
  show(which: 'kept' | 'all'): void;
  /** A row has the pointer or the focus. */
  point(moment: Moment | undefined): void;
}

/** Brings the table to life that the page holds already. */
export function createMomentsTable(data: PageData, effects: MomentsTableEffects): MomentsTable {
  const rows = new Map<string, HTMLElement>();
  for (const row of document.querySelectorAll<HTMLElement>('#moments tbody tr')) rows.set(row.id, row);
  const count = document.getElementById('moments-count');
  const all = document.getElementById('show-all');
  const label = all?.textContent ?? '';
  const moments = new Map(data.moments.map(moment => [moment.id, moment]));
  let which: 'kept' | 'all' = 'kept';

  function point(event: Event): void {
    const row = event.target instanceof Element ? event.target.closest('#moments tbody tr') : null;
    effects.point(row ? moments.get(row.id) : undefined);
  }

  function toggleAll(): void {
    which = which === 'all' ? 'kept' : 'all';
    all?.setAttribute('aria-pressed', String(which === 'all'));
    if (all) all.textContent = which === 'all' ? 'Show those kept' : label;
    effects.show(which);
  }

  const table = document.getElementById('moments');
  for (const kind of ['pointerover', 'focusin']) table?.addEventListener(kind, point);
  for (const kind of ['pointerleave', 'focusout'])
    table?.addEventListener(kind, () => effects.point(undefined));
  all?.addEventListener('click', toggleAll);
  if (all) all.hidden = false;

  return {
    toggleAll,
    follow(stage) {
      const shown = new Set(stage.moments);
      const hovered = stage.hovered?.kind === 'moment' ? stage.hovered.moment : undefined;
      for (const [id, row] of rows) {
        const moment = moments.get(id);
        if (!moment) continue;
        row.hidden = !shown.has(moment);
        row.classList.toggle('more', !shown.has(moment));
        row.classList.toggle('found', stage.hits?.has(moment) ?? false);
        row.classList.toggle('pointed', moment === hovered || moment === stage.selected);
      }
      if (count) count.textContent = `${shown.size} of ${rows.size}`;
    },
  };
}
