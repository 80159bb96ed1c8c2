import type uPlot from 'uplot';
import { printInstant } from '../../../core/instant.ts';
import { clockText } from '../../ui/instant.ts';
import type { Impact } from '../useImpact.ts';
import type { GraphLine } from './LineGraph.tsx';

interface GraphOptions {
  lines: readonly GraphLine[];
  zone: string;
  valueText(value: number): string;
  impact: Impact | undefined;
  /** What the axis spans; the data's own time unless given. */
  span: Impact | undefined;
  /** Told what is under the pointer; empty when it left. */
  onPoint(text: string): void;
}

/** The tokens of the lines, in their order. */
const STROKES = ['--muted', '--accent', '--measure', '--change'];
const FONT = '11px Inter, system-ui, sans-serif';

/** The token of a line by its place: a single one stands out. */
export const strokeOf = (place: number, lines: number): string =>
  lines === 1 ? '--accent' : STROKES[place % STROKES.length]!;

/** Places of the samples of a line that have none beside them. */
const aloneOf = ({ data }: uPlot, line: number): number[] =>
  Array.from(data[line] ?? []).flatMap((value, place, values) =>
    value !== null && values[place - 1] == null && values[place + 1] == null ? [place] : [],
  );

/** The colour that a token has now. */
function colourOf(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

const clockOf = (seconds: number, zone: string): string =>
  clockText(printInstant(Math.round(seconds * 1e6)), zone);

/** How a graph of ours looks: thin lines, quiet axes, the impact as a band. */
export function graphOptions({
  lines,
  zone,
  valueText,
  impact,
  span,
  onPoint,
}: GraphOptions): Omit<uPlot.Options, 'width' | 'height'> {
  const muted = colourOf('--muted');
  const axis = {
    stroke: muted,
    font: FONT,
    grid: { stroke: colourOf('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    legend: { show: false },
    cursor: { y: false, points: { size: 5 } },
    padding: [8, 8, 0, 0],
    scales: { x: { time: true, ...(span && { range: [span.from / 1e6, span.to / 1e6] }) } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 80,
        size: 24,
        values: (_, at) => at.map(one => clockOf(one, zone)),
      },
      {
        ...axis,
        space: 32,
        size: 62,
        values: (_, all) => all.map(one => (one === 0 ? '0' : valueText(one))),
      },
    ],
    series: [
      {},
      ...lines.map(({ label }, place) => ({
        label,
        stroke: colourOf(strokeOf(place, lines.length)),
        width: 1.5,
        // Only a sample between two gaps, through which no line goes.
        points: { show: true, size: 4, filter: aloneOf },
      })),
    ],
    hooks: {
      drawAxes: [plot => impact && drawBand(plot, impact)],
      setCursor: [
        ({ cursor: { idx }, data }) => {
          if (idx === null || idx === undefined) return onPoint('');
          const values = lines.map(({ label }, place) => {
            const value = data[place + 1]?.[idx];
            const text = value === null || value === undefined ? '–' : valueText(value);
            return lines.length === 1 ? text : `${label} ${text}`;
          });
          onPoint(`${clockOf(data[0][idx]!, zone)} · ${values.join(' · ')}`);
        },
      ],
    },
  };
}

function drawBand(plot: uPlot, { from, to }: Impact): void {
  const { ctx, bbox } = plot;
  const edge = (at: number): number =>
    Math.min(bbox.left + bbox.width, Math.max(bbox.left, plot.valToPos(at / 1e6, 'x', true)));
  const [left, right] = [edge(from), edge(to)];
  ctx.save();
  ctx.globalAlpha = 0.12;
  ctx.fillStyle = colourOf('--phase-impact');
  ctx.fillRect(left, bbox.top, right - left, bbox.height);
  ctx.restore();
}
