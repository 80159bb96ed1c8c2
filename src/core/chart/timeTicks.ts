import type { Micros } from '../record.ts';
import { instantText } from './instantText.ts';
import type { TimeView } from './timeView.ts';
import type { ZoneClock } from './zoneClock.ts';

export interface TimeTick {
  at: Micros;
  label: string;
}

const [MS, S, MIN, H, D]: [number, number, number, number, number] = [1e3, 1e6, 60e6, 3600e6, 86400e6];
const STEPS: readonly Micros[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(n => n * MS),
  ...[1, 2, 5, 10, 15, 30].map(n => n * S),
  ...[1, 2, 5, 10, 15, 30].map(n => n * MIN),
  ...[1, 2, 3, 6, 12].map(n => n * H),
  ...[1, 2, 7, 14].map(n => n * D),
];
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 240];

/** Round instants of the zone's wall clock inside the view, at most `most` of them, with labels as fine as the step. */
export function timeTicks(view: TimeView, most: number, clock: ZoneClock): TimeTick[] {
  const span = view.to - view.from;
  const step = STEPS.find(size => span / size <= most);
  if (step === undefined) return monthTicks(view, most, clock);
  return instants(view, step, clock).map(at => ({ at, label: tickLabel(at, step, clock) }));
}

/** The wall clock jumps where summer time begins and ends, so each tick is aligned with the offset of its own day. */
function instants(view: TimeView, step: Micros, clock: ZoneClock): Micros[] {
  const found: Micros[] = [];
  const first = Math.ceil((view.from + clock.offsetAt(view.from)) / step) - 1;
  const last = Math.floor((view.to + clock.offsetAt(view.to)) / step) + 1;
  for (let index = first; index <= last; index++) {
    const at = fromWall(index * step, clock);
    if (at >= view.from && at <= view.to && at > (found.at(-1) ?? -Infinity)) found.push(at);
  }
  return found;
}

function fromWall(wall: Micros, clock: ZoneClock): Micros {
  const guess = wall - clock.offsetAt(wall);
  return wall - clock.offsetAt(guess);
}

function monthTicks(view: TimeView, most: number, clock: ZoneClock): TimeTick[] {
  const months = (view.to - view.from) / (30.44 * D);
  const step = MONTH_STEPS.find(size => months / size <= most) ?? Math.ceil(months / most / 120) * 120;
  const start = new Date(view.from / MS).getUTCFullYear();
  const ticks: TimeTick[] = [];
  for (let month = 0; month <= months + step + 12; month += step) {
    const at = fromWall(Date.UTC(start - (start % (step / 12 || 1)), month) * MS, clock);
    if (at < view.from || at > view.to) continue;
    const iso = instantText(at, { clock, digits: 0, date: 'full' });
    ticks.push({ at, label: step < 12 ? iso.slice(0, 7) : iso.slice(0, 4) });
  }
  return ticks;
}

function tickLabel(at: Micros, step: Micros, clock: ZoneClock): string {
  if (step >= D) return dayText(at, clock);
  const isMidnight = (at + clock.offsetAt(at)) % D === 0;
  if (isMidnight && step >= MIN) return dayText(at, clock);
  if (step >= MIN) return instantText(at, { clock, digits: -1, date: 'none' });
  if (step >= S) return instantText(at, { clock, digits: 0, date: 'none' });
  const digits = step >= MS ? 3 : 6;
  return instantText(at, { clock, digits, date: 'none' }).slice(3);
}

function dayText(at: Micros, clock: ZoneClock): string {
  return instantText(at, { clock, digits: -1, date: 'short' }).replace(/ [^ ]*$/, '');
}
