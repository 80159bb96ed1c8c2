import { type PlacedLabel, placeLabels } from '../../core/chart/placeLabels.ts';
import { timeTicks } from '../../core/chart/timeTicks.ts';
import { paddedView, type TimeView, xOf } from '../../core/chart/timeView.ts';
import { utcClock } from '../../core/chart/zoneClock.ts';
import type { Bundle, Lane, Moment } from '../../core/document/bundle.ts';
import { momentKind } from '../../core/document/momentKinds.ts';
import { html, type Markup } from './html.ts';
import { svgNumber } from './svgNumber.ts';

const WIDTH = 1000;
const GUTTER = 130;
const LABEL_ROWS = 6;
const ROW = 15;
const FLAGS_TOP = 24;
const LANES_TOP = FLAGS_TOP + LABEL_ROWS * ROW + 10;
const LANE = 16;
const MOST_LANES = 14;
/** Width of an average letter at the drawing's text size. */
const LETTER = 5.3;
/** Pixels of a label that are enough to place it. */
const ENOUGH = 150;

/** The timeline as a still drawing in UTC, for paper and for readers without scripts. */
export function staticTimeline(bundle: Bundle): Markup {
  const view = paddedView(bundle.window);
  const x = (at: number) => GUTTER + xOf(view, WIDTH - GUTTER, at);
  const lanes = bundle.lanes.toSorted((a, b) => b.records - a.records).slice(0, MOST_LANES);
  const height = LANES_TOP + lanes.length * LANE + 8;
  const kept = bundle.moments.filter(moment => moment.kept && moment.at >= view.from && moment.at <= view.to);
  return html`<svg class="still-timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Timeline of ${kept.length} kept moments over ${bundle.lanes.length} sources">
${bundle.phases.map(phase => html`<rect class="phase ${phase.name}" x="${svgNumber(x(phase.from))}" y="16" width="${svgNumber(Math.max(0, x(phase.to) - x(phase.from)))}" height="${height - 16}"/>`)}
${axis(view, x, height)}${lanes.map((lane, row) => laneRow(lane, row, bundle.window, x))}${flags(kept, x, height)}</svg>`;
}

function axis(view: TimeView, x: (at: number) => number, height: number): Markup[] {
  return timeTicks(view, 10, utcClock).map(
    tick =>
      html`<line class="tick" x1="${svgNumber(x(tick.at))}" x2="${svgNumber(x(tick.at))}" y1="16" y2="${height}"/><text class="tick-label" x="${svgNumber(x(tick.at))}" y="11" text-anchor="middle">${tick.label}</text>`,
  );
}

function flags(moments: Moment[], x: (at: number) => number, height: number): Markup[] {
  const wishes = moments.map(moment => ({
    x: x(moment.at) - GUTTER,
    width: Math.min(ENOUGH, moment.title.length * LETTER + 8),
    full: Math.min(420, moment.title.length * LETTER + 8),
    weight: moment.weight,
  }));
  const placed = placeLabels(wishes, { width: WIDTH - GUTTER, rows: LABEL_ROWS, gap: 4 });
  const marks = moments.map(moment => {
    const at = svgNumber(x(moment.at));
    return html`<line class="flag ${momentKind(moment.kind).family}" x1="${at}" x2="${at}" y1="${LANES_TOP - 8}" y2="${height}"/>`;
  });
  return [...marks, ...placed.map(place => flagLabel(moments[place.index], place, x))];
}

function flagLabel(moment: Moment | undefined, place: PlacedLabel, x: (at: number) => number): Markup {
  if (!moment) return html``;
  const y = LANES_TOP - 12 - place.row * ROW;
  const at = svgNumber(x(moment.at));
  const text = svgNumber(x(moment.at) + (place.side === 'right' ? 4 : -4));
  const anchor = place.side === 'right' ? 'start' : 'end';
  return html`<line class="flag ${momentKind(moment.kind).family}" x1="${at}" x2="${at}" y1="${y - 8}" y2="${LANES_TOP - 8}"/><text class="flag-label" x="${text}" y="${y}" text-anchor="${anchor}">${flagText(moment, place.width)}</text>`;
}

function flagText({ title }: Moment, width: number): string {
  const characters = [...title.toWellFormed()];
  const most = Math.floor((width - 6) / LETTER);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : title;
}

function laneRow(lane: Lane, row: number, window: TimeView, x: (at: number) => number): Markup {
  const bottom = LANES_TOP + (row + 1) * LANE - 2;
  const most = lane.density.reduce((high, value) => Math.max(high, value), 1);
  const bars = (counts: number[]) =>
    counts
      .map((value, index) => {
        if (value <= 0) return '';
        const left = x(window.from + ((window.to - window.from) * index) / counts.length);
        const tall = Math.max(1, Math.sqrt(value / most) * (LANE - 4));
        return `M${svgNumber(left)} ${bottom}v${svgNumber(-tall)}`;
      })
      .join('');
  return html`<text class="lane-label" x="${GUTTER - 8}" y="${bottom - 2}" text-anchor="end">${clipped(lane.source)}</text><path class="lane-bars" d="${bars(lane.density)}"/><path class="lane-errors" d="${bars(lane.errors)}"/>`;
}

function clipped(source: string): string {
  const characters = [...source.toWellFormed()];
  return characters.length > 22 ? `…${characters.slice(-21).join('')}` : source;
}
