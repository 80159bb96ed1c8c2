import type { Bundle, Series } from '../../core/document/bundle.ts';
import { html, type Markup } from './html.ts';
import { cites, type PageContext } from './parts.ts';
import { svgNumber } from './svgNumber.ts';

const WIDTH = 240;
const HEIGHT = 48;

/** A small graph of one series over the window, with its quiet level and the time of impact behind it. */
export function seriesGraph(series: Series, bundle: Bundle, context: PageContext): Markup {
  const values = series.points.map(point => point[1]).filter(Number.isFinite);
  const levels = series.baseline === null ? values : [...values, series.baseline];
  const low = levels.reduce((least, value) => Math.min(least, value), Infinity);
  const high = levels.reduce((most, value) => Math.max(most, value), -Infinity);
  const span = bundle.window.to - bundle.window.from || 1;
  const x = (at: number) => svgNumber(((at - bundle.window.from) / span) * WIDTH);
  const y = (value: number) => svgNumber(HEIGHT - 3 - ((value - low) / (high - low || 1)) * (HEIGHT - 6));
  const line = series.points
    .filter(point => Number.isFinite(point[1]))
    .map(([at, value], index) => `${index === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`)
    .join('');
  const impact = bundle.phases.filter(phase => phase.name === 'impact' || phase.name === 'detected');
  const unit = series.unit === '' ? '' : ` ${series.unit}`;
  const range = values.length > 0 ? `${figureText(low)}–${figureText(high)}${unit}` : 'no samples';
  return html`<li class="graph" data-series="${series.id}"><p class="graph-title"><strong>${series.title}</strong>${cites(series.cites, context)} <span class="muted">${series.service}</span></p>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${series.title} of ${series.service}: ${range}">
${impact.map(phase => html`<rect class="graph-impact" x="${x(phase.from)}" width="${svgNumber(((phase.to - phase.from) / span) * WIDTH)}" height="${HEIGHT}"/>`)}
${series.baseline === null ? undefined : html`<line class="graph-baseline" x1="0" x2="${WIDTH}" y1="${y(series.baseline)}" y2="${y(series.baseline)}"/>`}
<path class="graph-line" d="${line}"/></svg>
<p class="graph-range">${range}${series.baseline === null ? html` · <span class="muted">no baseline</span>` : html` · <span class="muted">usually ${figureText(series.baseline)}${unit}</span>`}</p></li>`;
}

/** Three significant digits: `4 100`, `0.052`. */
export function figureText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202F');
  return String(Number(value.toPrecision(3)));
}
