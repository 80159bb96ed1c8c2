import type { Bundle, Figure } from '../../../core/document/bundle.ts';
import { html, type Markup } from '../html.ts';
import { cites, counted, nothing, type PageContext, prose, type SectionText, sentence } from '../parts.ts';
import { seriesGraph } from '../seriesGraph.ts';

/** A value longer than this, or one that changes into another, is words more than a number, and set smaller. */
const isWordy = (value: string): boolean => value.length > 14 || value.includes('→');

/** Graphs in full view; the others are a click away. */
const FEW_GRAPHS = 8;

/** Impact in numbers, each a door to its evidence, and the series that moved. */
export function impactSection(bundle: Bundle, context: PageContext): SectionText {
  const { figures, sentences } = bundle.impact;
  const cards = figures.map(figure => figureCard(figure, context));
  const graphs = bundle.series.map(series => seriesGraph(series, bundle, context));
  const body = html`${cards.length > 0 ? html`<ul class="figures">${cards}</ul>` : undefined}
${sentences.map(item => html`<p>${sentence(item, context)}</p>`)}
${graphs.length > 0 ? html`<h3>What moved</h3><ul class="graphs">${graphs.slice(0, FEW_GRAPHS)}</ul>${moreGraphs(graphs.slice(FEW_GRAPHS))}` : undefined}
${cards.length + sentences.length === 0 ? nothing('No impact could be measured. Request logs or a metric of errors would show it.') : undefined}`;
  return { id: 'impact', title: 'Impact', body };
}

function moreGraphs(graphs: Markup[]): Markup | undefined {
  if (graphs.length === 0) return undefined;
  return html`<details class="weaker"><summary>${counted(graphs.length, 'more graph')}</summary><ul class="graphs">${graphs}</ul></details>`;
}

function figureCard(figure: Figure, context: PageContext): Markup {
  const [first, ...others] = figure.cites.filter(id => context.citations.has(id));
  const value = html`<span class="figure-value${isWordy(figure.value) ? ' wordy' : ''}">${prose(figure.value)}</span><span class="figure-label">${figure.label}</span>`;
  if (first === undefined) return html`<li class="figure"><span class="figure-face">${value}</span></li>`;
  return html`<li class="figure"><a class="figure-face" href="#${first}">${value}<span class="visually-hidden">, show the evidence</span></a>${cites(others, context)}</li>`;
}
