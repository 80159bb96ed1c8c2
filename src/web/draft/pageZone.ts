import { fullInstantText, instantText, PRECISION_DIGITS, wallDay } from '../../core/chart/instantText.ts';
import { type ZoneClock, zoneClock } from '../../core/chart/zoneClock.ts';
import type { PageData } from '../../core/document/pageData.ts';
import type { Micros, Precision } from '../../core/record.ts';
import { el } from './dom.ts';
import { remember, remembered } from './preferences.ts';

/** The zone in which every time of the page is shown. */
export interface PageZone {
  choices: { label: string; clock: ZoneClock }[];
  clock(): ZoneClock;
  choose(index: number): void;
  chosen(): number;
  onChange(changed: () => void): void;
  /** A time that follows the zone; its title says zone, precision and, where known, how the source wrote it. */
  time(at: Micros, precision: Precision, more?: { written?: string }): HTMLTimeElement;
  /** Writes the times inside `root` in the chosen zone. */
  paint(root: ParentNode): void;
}

const PRECISIONS: Record<Precision, string> = {
  ns: 'written to the nanosecond',
  us: 'written to the microsecond',
  ms: 'to the millisecond',
  s: 'to the second',
  min: 'to the minute',
  day: 'to the day',
  '': 'of unknown precision',
};

/** Makes the page's zone switch: UTC, the reader's own zone and the incident's, those that differ. */
export function createPageZone(data: PageData): PageZone {
  const choices = zoneChoices(data.zone);
  const listeners: (() => void)[] = [];
  let chosen = Math.max(
    0,
    choices.findIndex(choice => choice.label === remembered('zone')),
  );
  const clock = () => (choices[chosen] ?? choices[0]!).clock;

  function text(element: HTMLElement): void {
    const at = Number(element.dataset.at);
    const precision = (element.dataset.precision ?? '') as Precision;
    const digits = PRECISION_DIGITS[precision] ?? 0;
    const date = element.dataset.date === 'full' ? 'full' : crossesMidnight(data, clock()) ? 'short' : 'none';
    element.textContent = instantText(at, { clock: clock(), digits, date });
    const written = element.dataset.written ? `, written “${element.dataset.written}”` : '';
    element.title = `${fullInstantText(at, precision, clock())}, ${PRECISIONS[precision] ?? ''}${written}`;
  }

  function paint(root: ParentNode): void {
    for (const element of root.querySelectorAll<HTMLElement>('time[data-at]')) text(element);
    for (const name of root.querySelectorAll('.zone-name')) name.textContent = clock().name;
  }

  return {
    choices,
    clock,
    chosen: () => chosen,
    choose(index) {
      chosen = index % choices.length;
      remember('zone', choices[chosen]?.label ?? 'UTC');
      paint(document);
      for (const changed of listeners) changed();
    },
    onChange: changed => void listeners.push(changed),
    time(at, precision, more = {}) {
      const attributes = { 'data-at': String(at), 'data-precision': precision, 'data-date': 'full' };
      const element = el('time', { ...attributes, 'data-written': more.written });
      text(element);
      return element;
    },
    paint,
  };
}

function zoneChoices(incident: string): PageZone['choices'] {
  const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wanted = [
    { label: 'UTC', clock: zoneClock('UTC') },
    { label: 'Local', clock: zoneClock(local) },
    { label: 'Incident', clock: zoneClock(incident) },
  ];
  return wanted.filter(
    (choice, index) => wanted.findIndex(other => other.clock.name === choice.clock.name) === index,
  );
}

function crossesMidnight({ window }: PageData, clock: ZoneClock): boolean {
  return wallDay(window.from, clock) !== wallDay(window.to, clock);
}
