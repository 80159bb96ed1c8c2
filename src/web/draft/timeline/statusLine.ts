import { durationText } from '../../../core/chart/durationText.ts';
import { instantText } from '../../../core/chart/instantText.ts';
import { el } from '../dom.ts';
import type { Camera } from './camera.ts';
import type { Stage } from './stage.ts';

/** The line below the timeline: what span is on screen, and what lies outside it. */
export interface StatusLine {
  element: HTMLElement;
  update(): void;
}

/** Makes the line. Its two buttons go to the nearest thing before and after what is on screen. */
export function createStatusLine(stage: Stage, camera: Camera, eventsOmitted: number): StatusLine {
  const span = el('span', { class: 'status-span' });
  const earlier = el('button', { type: 'button', class: 'quiet' });
  const later = el('button', { type: 'button', class: 'quiet' });
  const events = stage.model.marks.length;
  const note =
    eventsOmitted > 0
      ? `${events.toLocaleString('en')} events here, ${eventsOmitted.toLocaleString('en')} more in the Parquet file`
      : `${events.toLocaleString('en')} events`;
  const placed = [...stage.model.moments, ...stage.model.marks].map(item => item.at).sort((a, b) => a - b);
  earlier.addEventListener('click', () => goTo(placed.findLast(at => at < stage.view.from)));
  later.addEventListener('click', () => goTo(placed.find(at => at > stage.view.to)));

  function goTo(at: number | undefined): void {
    if (at === undefined) return;
    const half = (camera.target().to - camera.target().from) / 2;
    camera.glide({ from: at - half, to: at + half });
  }

  return {
    element: el('div', { class: 'status' }, earlier, span, later, el('span', { class: 'status-note' }, note)),
    update() {
      const { from, to } = stage.view;
      const digits = to - from < 2_000_000 ? 6 : to - from < 120_000_000 ? 3 : 0;
      const style = { clock: stage.clock, digits };
      span.textContent = `${instantText(from, { ...style, date: 'full' })} – ${instantText(to, { ...style, date: 'none' })} ${stage.clock.name} · ${durationText(to - from)}`;
      const before = placed.filter(at => at < from).length;
      const after = placed.filter(at => at > to).length;
      earlier.textContent = `‹ ${before.toLocaleString('en')} earlier`;
      later.textContent = `${after.toLocaleString('en')} later ›`;
      earlier.hidden = before === 0;
      later.hidden = after === 0;
    },
  };
}
