import { durationText } from '../../../core/chart/durationText.ts';
import { fullInstantText } from '../../../core/chart/instantText.ts';
import type { ZoneClock } from '../../../core/chart/zoneClock.ts';
import { momentKind } from '../../../core/document/momentKinds.ts';
import { el } from '../dom.ts';
import type { Stage, Target } from './stage.ts';

/** The small panel beside the pointer. */
export interface Tooltip {
  element: HTMLElement;
  /** Shows a target beside a place on the stage. */
  show(target: Target, at: { x: number; y: number }, stage: Pick<Stage, 'clock' | 'unit'>): void;
  hide(): void;
}

const LONGEST = 240;

/** Makes the tooltip; it stays inside its parent and never takes the pointer. */
export function createTooltip(): Tooltip {
  const when = el('p', { class: 'tip-when' });
  const what = el('p', { class: 'tip-what', dir: 'auto' });
  const more = el('p', { class: 'tip-more' });
  const element = el('div', { class: 'tip', 'aria-hidden': 'true', hidden: '' }, when, what, more);
  return {
    element,
    show(target, at, { clock, unit }) {
      const [time, title, rest] = textsOf(target, clock);
      when.textContent = time;
      what.textContent = title.length > LONGEST ? `${title.slice(0, LONGEST)}…` : title;
      more.textContent = rest;
      element.hidden = false;
      const room = element.parentElement?.clientWidth ?? 0;
      const [x, y] = [at.x * unit, at.y * unit];
      const left = x + 16 + element.offsetWidth > room ? x - element.offsetWidth - 12 : x + 16;
      element.style.transform = `translate(${Math.max(0, left)}px, ${y + 14}px)`;
    },
    hide() {
      element.hidden = true;
    },
  };
}

/** Time, title and the rest of what a target says. */
export function textsOf(target: Target, clock: ZoneClock): [when: string, what: string, more: string] {
  if (target.kind === 'moment') {
    const { moment } = target;
    const doubt =
      moment.uncertaintyUs === null ? 'clock not compared' : `± ${durationText(moment.uncertaintyUs)}`;
    return [
      `${fullInstantText(moment.at, 'ms', clock)}, ${doubt}`,
      moment.title,
      `${momentKind(moment.kind).label} · ${moment.source} · ${moment.reason}`,
    ];
  }
  if (target.kind === 'mark') {
    const { event, at } = target.mark;
    const took = event.durationUs === null ? '' : ` · took ${durationText(event.durationUs)}`;
    return [
      fullInstantText(at, event.precision, clock),
      event.body || event.name,
      `${event.level || event.kind} · ${event.source}${took}`,
    ];
  }
  if (target.kind === 'sample') {
    const unit = target.series.unit === '' ? '' : ` ${target.series.unit}`;
    return [
      fullInstantText(target.at, 's', clock),
      `${Number(target.value.toPrecision(4))}${unit}`,
      `${target.series.title} · ${target.series.service}`,
    ];
  }
  const records = `${target.records.toLocaleString('en')} ${target.records === 1 ? 'record' : 'records'}`;
  const errors = target.errors > 0 ? `, ${target.errors.toLocaleString('en')} of them errors` : '';
  return [
    `${fullInstantText(target.from, 's', clock)}, ${durationText(target.to - target.from)}`,
    records + errors,
    target.lane.lane.source,
  ];
}
