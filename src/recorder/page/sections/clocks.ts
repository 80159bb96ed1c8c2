import { durationText } from '../../../core/chart/durationText.ts';
import type { Bundle, Clock, ClockSegment } from '../../../core/document/bundle.ts';
import { html, type Markup } from '../html.ts';
import { cites, count, instant, nothing, type PageContext, type SectionText, table } from '../parts.ts';
import { svgNumber } from '../svgNumber.ts';

const HEAD = [
  'Clock',
  'State',
  'Records',
  'Pairs',
  'Correction',
  'Drift',
  'Offset and its uncertainty',
  'Note',
];

/** What was changed or is in doubt stands first. */
const ORDER: readonly Clock['state'][] = ['contradictory', 'corrected', 'reference', 'agrees', 'unknown'];

/** Clocks: how far each stood from the reference, how sure that is, and where evidence contradicts itself. */
export function clocksSection(bundle: Bundle, context: PageContext): SectionText {
  const { clocks, reference, contradictions } = bundle.clocks;
  const furthest = clocks
    .flatMap(clock => clock.segments)
    .reduce((most, segment) => Math.max(most, Math.abs(segment.offsetUs) + segment.uncertaintyUs), 1);
  const sorted = clocks.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const rows = sorted.flatMap(clock => clockRows(clock, furthest, context));
  const body = html`${rows.length > 0 ? html`<p class="lead">Offsets against <code>${reference || 'no reference'}</code>, from events that must have happened in one order. The scale of the bars is logarithmic.</p>${table('Clocks', HEAD, rows)}` : nothing('No clock was compared. Traces across hosts, or requests logged on both sides, make it possible.')}
${contradictions.length > 0 ? html`<h3>Contradictions</h3><ul>${contradictions.map(item => html`<li>${item.text}${cites(item.cites, context)}</li>`)}</ul>` : undefined}`;
  return { id: 'clocks', title: 'Clocks', count: clocks.length, body };
}

function clockRows(clock: Clock, furthest: number, context: PageContext): Markup[] {
  const head = html`<th scope="row" class="path">${clock.clock}</th><td><span class="chip clock-${clock.state}">${clock.state}</span></td><td class="number">${count(clock.records)}</td><td class="number">${count(clock.pairs)}</td>`;
  const [first, ...others] = clock.segments;
  if (!first)
    return [
      html`<tr>${head}<td class="number">–</td><td></td><td></td><td class="prose">${clock.note}</td></tr>`,
    ];
  return [
    html`<tr>${head}${segmentCells(first, furthest)}<td class="prose">${clock.note}</td></tr>`,
    ...others.map(
      segment =>
        html`<tr><td colspan="4" class="muted">from ${instant(segment.from, 's', context)}</td>${segmentCells(segment, furthest)}<td></td></tr>`,
    ),
  ];
}

function segmentCells(segment: ClockSegment, furthest: number): Markup {
  const sign = segment.offsetUs > 0 ? '+' : '';
  const drift =
    segment.driftPpm === 0
      ? '0 ppm'
      : `${segment.driftPpm > 0 ? '+' : '−'}${Math.abs(Number(segment.driftPpm.toPrecision(3)))} ppm`;
  return html`<td class="number">${sign}${durationText(segment.offsetUs)} <span class="muted">± ${durationText(segment.uncertaintyUs)}</span></td><td class="number">${drift}</td><td>${offsetBar(segment, furthest)}</td>`;
}

/** A whisker from offset − uncertainty to offset + uncertainty around zero, on a scale that shows µs beside seconds. */
function offsetBar(segment: ClockSegment, furthest: number): Markup {
  const x = (offset: number) => 60 + (Math.asinh(offset / 100) / Math.asinh(furthest / 100)) * 56;
  const low = x(segment.offsetUs - segment.uncertaintyUs);
  const high = x(segment.offsetUs + segment.uncertaintyUs);
  return html`<svg class="offset" viewBox="0 0 120 14" role="img" aria-label="${durationText(segment.offsetUs)} plus or minus ${durationText(segment.uncertaintyUs)}"><line class="offset-zero" x1="60" x2="60" y1="0" y2="14"/><line class="offset-base" x1="2" x2="118" y1="7" y2="7"/><rect class="offset-range" x="${svgNumber(low)}" y="4" width="${svgNumber(Math.max(2, high - low))}" height="6" rx="3"/><circle class="offset-point" cx="${svgNumber(x(segment.offsetUs))}" cy="7" r="3"/></svg>`;
}
