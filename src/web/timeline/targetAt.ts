import { lowerBound } from '../../core/chart/lowerBound.ts';
import { atOf, xOf } from '../../core/chart/timeView.ts';
import { concerns } from './draw/drawGaps.ts';
import { countBars, type EventRow, eventsOnScreen, isNear, sourceOf } from './draw/drawRow.ts';
import { LABEL_HEIGHT, MARKS_HEIGHT, type Row, rowAt } from './layout.ts';
import { nameOf } from './nameOf.ts';
import type { Stage, Target } from './stage.ts';

/** How far from a mark, in pixels, a pointer still means it. */
const REACH = 7;

/** What stands under a pixel of the plot: a moment, an event, a sample, a gap, or a bar and what it counts. */
export function targetAt(stage: Stage, x: number, y: number): Target | undefined {
  const { layout, scroll } = stage;
  if (y < layout.headHeight)
    return labelAt(stage, x, y) ?? (isOnMarks(stage, y) ? flagAt(stage, x) : undefined);
  const row = rowAt(layout, y - layout.headHeight + scroll);
  if (!row || row.kind === 'more') return gapAt(stage, undefined, x);
  if (row.kind === 'series') return sampleAt(stage, row, x);
  return eventAt(stage, row, x) ?? gapAt(stage, row, x) ?? barAt(stage, row, x);
}

const isOnMarks = ({ layout }: Stage, y: number): boolean =>
  y >= layout.marksTop && y < layout.marksTop + MARKS_HEIGHT;

function labelAt({ drawn }: Stage, x: number, y: number): Target | undefined {
  const found = drawn.findLast(
    ({ label }) =>
      label &&
      x >= label.left &&
      x <= label.left + label.width &&
      y >= label.top &&
      y < label.top + LABEL_HEIGHT,
  );
  return found && { kind: 'flag', flag: found.flag };
}

function flagAt({ drawn }: Stage, x: number): Target | undefined {
  const near = drawn
    .filter(flag => Math.abs(flag.x - x) <= REACH)
    .sort((one, other) => Math.abs(one.x - x) - Math.abs(other.x - x));
  return near[0] && { kind: 'flag', flag: near[0].flag };
}

function eventAt(stage: Stage, row: EventRow, x: number): Target | undefined {
  const [{ index }, first, last] = eventsOnScreen(stage, row);
  if (!isNear(stage, last - first)) return undefined;
  const after = lowerBound(index.times, atOf(stage.view, stage.width, x), first, last);
  const distance = (place: number): number => Math.abs(xOf(stage.view, stage.width, index.times[place]!) - x);
  const nearest = [after - 1, after]
    .filter(place => place >= first && place < last && distance(place) <= REACH)
    .sort((one, other) => distance(one) - distance(other))[0];
  return nearest === undefined ? undefined : { kind: 'event', place: index.order[nearest]! };
}

function gapAt(stage: Stage, row: Row | undefined, x: number): Target | undefined {
  const at = atOf(stage.view, stage.width, x);
  const gap = stage.model.gaps.find(
    one => at >= one.from && at < one.to && (one.isEverywhere || (row && concerns(one, row, stage))),
  );
  return gap && { kind: 'gap', text: gap.text };
}

function barAt(stage: Stage, row: EventRow, x: number): Target | undefined {
  const [rows, number] = sourceOf(stage, row);
  const { shift, first, counts, marked } = countBars(stage, rows, number);
  const length = 2 ** shift;
  const bar = Math.floor((atOf(stage.view, stage.width, x) - stage.model.origin) / length) - first;
  const events = counts[bar] ?? 0;
  if (events === 0) return undefined;
  const from = stage.model.origin + (first + bar) * length;
  return { kind: 'bar', title: nameOf(stage, row), from, to: from + length, events, errors: marked[bar]! };
}

function sampleAt(stage: Stage, { series }: Extract<Row, { kind: 'series' }>, x: number): Target | undefined {
  const at = atOf(stage.view, stage.width, x);
  const after = lowerBound(series.times, at);
  const distance = (place: number): number => Math.abs(series.times[place]! - at);
  const nearest = [after - 1, after]
    .filter(place => place >= 0 && place < series.times.length)
    .sort((one, other) => distance(one) - distance(other))[0];
  if (nearest === undefined) return undefined;
  return { kind: 'sample', series, at: series.times[nearest]!, value: series.values[nearest]! };
}
