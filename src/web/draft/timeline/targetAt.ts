import { atOf, xOf } from '../../../core/chart/timeView.ts';
import { lowerBound } from './columns.ts';
import { drawsMarks, marksInView } from './draw/drawLane.ts';
import { passesEvent } from './filter.ts';
import { LABEL_HEIGHT, type Row } from './layout.ts';
import type { Mark } from './model.ts';
import type { Stage, Target } from './stage.ts';

/** How far from a mark, in pixels, a pointer still means it. */
const REACH = 7;

/** What stands under a pixel: a flag first, then an event, a sample or a bucket of the density. */
export function targetAt(stage: Stage, x: number, y: number): Target | undefined {
  const flag = stage.flags.findLast(
    ({ label }) =>
      label &&
      x >= label.left &&
      x <= label.left + label.width &&
      y >= label.top &&
      y < label.top + LABEL_HEIGHT,
  );
  if (flag) return { kind: 'moment', moment: flag.moment };
  const row = stage.layout.rows.find(({ top, height }) => y >= top && y < top + height);
  if (!row) return nearestFlag(stage, x);
  if (row.kind === 'series') return sampleAt(stage, row, x);
  return markAt(stage, row, x) ?? nearestFlag(stage, x, 3) ?? bucketAt(stage, row, x);
}

function nearestFlag(stage: Stage, x: number, reach = REACH): Target | undefined {
  let nearest: { distance: number; target: Target } | undefined;
  for (const flag of stage.flags) {
    const distance = Math.abs(flag.x - x);
    if (distance <= reach && distance < (nearest?.distance ?? Infinity)) {
      nearest = { distance, target: { kind: 'moment', moment: flag.moment } };
    }
  }
  return nearest?.target;
}

function markAt(stage: Stage, row: Extract<Row, { kind: 'lane' }>, x: number): Target | undefined {
  if (!drawsMarks(stage, row) && !stage.hits) return undefined;
  const isNear = (at: number) => Math.abs(xOf(stage.view, stage.width, at) - x) <= REACH;
  const marks = marksInView(stage, row).filter(mark => isNear(mark.at) && isShown(stage, row, mark));
  const found = marks.toSorted(
    (a, b) =>
      Math.abs(xOf(stage.view, stage.width, a.at) - x) - Math.abs(xOf(stage.view, stage.width, b.at) - x),
  )[0];
  return found && { kind: 'mark', mark: found };
}

function isShown(stage: Stage, row: Extract<Row, { kind: 'lane' }>, mark: Mark): boolean {
  return (
    passesEvent(stage.filter, mark.event) && (drawsMarks(stage, row) || (stage.hits?.has(mark) ?? false))
  );
}

function bucketAt(stage: Stage, row: Extract<Row, { kind: 'lane' }>, x: number): Target | undefined {
  const { density, errors } = row.item.lane;
  const { from, to } = stage.model.window;
  const size = (to - from) / density.length;
  const index = Math.floor((atOf(stage.view, stage.width, x) - from) / size);
  const records = density[index];
  if (records === undefined) return undefined;
  const start = from + index * size;
  return {
    kind: 'bucket',
    lane: row.item,
    from: start,
    to: start + size,
    records,
    errors: errors[index] ?? 0,
  };
}

function sampleAt(stage: Stage, row: Extract<Row, { kind: 'series' }>, x: number): Target | undefined {
  const { series } = row.item;
  const at = atOf(stage.view, stage.width, x);
  const after = lowerBound(series.points, at, point => point[0]);
  const candidates = [series.points[after - 1], series.points[after]].filter(point => point !== undefined);
  const nearest = candidates.sort((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))[0];
  return nearest && { kind: 'sample', series, at: nearest[0], value: nearest[1] };
}
