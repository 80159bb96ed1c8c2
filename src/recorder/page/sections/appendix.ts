import type { Bundle, Citation, CitationId, Excerpt } from '../../../core/document/bundle.ts';
import { html, type Markup } from '../html.ts';
import { citeNumber, counted, dayAndTime, type SectionText } from '../parts.ts';

const SHOWN_RECORDS = 3;
const SHOWN_CHARACTERS = 400;

/** The cited evidence in short, for paper and for readers without scripts; on screen the drawer shows all of it. */
export function appendixSection(bundle: Bundle): SectionText {
  const used = citedInView(bundle);
  const entries = bundle.citations.map(item => citationEntry(item, used.has(item.id) ? '' : 'beyond'));
  const beyond = bundle.citations.filter(item => !used.has(item.id)).length;
  const more =
    beyond > 0
      ? html`<p class="paper-only">${counted(beyond, 'more piece')} of evidence on screen.</p>`
      : undefined;
  return {
    id: 'appendix',
    title: 'Cited evidence',
    count: entries.length,
    body: html`<ol class="appendix">${entries}</ol>${more}`,
  };
}

/** What is cited by anything that stands in the document before a reader unfolds more of it. */
function citedInView(bundle: Bundle): Set<CitationId> {
  const parts: { cites: CitationId[] }[] = [
    ...bundle.summary,
    ...bundle.impact.sentences,
    ...bundle.impact.figures,
    ...bundle.moments.filter(moment => moment.kept),
    ...bundle.suspects.flatMap(suspect => [suspect, ...suspect.signals]),
    ...bundle.hypotheses.map(hypothesis => hypothesis.statement),
    ...bundle.unknowns,
    ...bundle.actions.map(action => action.because),
    ...bundle.series,
    ...bundle.gaps,
    ...bundle.clocks.contradictions,
  ];
  return new Set(parts.flatMap(part => part.cites));
}

function citationEntry(citation: Citation, className: '' | 'beyond'): Markup {
  const shown = citation.records.slice(0, SHOWN_RECORDS);
  const rest = Math.max(citation.count, citation.records.length) - shown.length;
  return html`<li id="${citation.id}" class="${className}"><p><b class="cite-number">${citeNumber(citation.id)}</b> ${citation.label}</p>
${citation.query ? html`<pre class="query">${clipped(citation.query)}</pre>` : undefined}${shown.map(excerptLine)}
${rest > 0 ? html`<p class="muted">${counted(rest, 'more record')} in the evidence.</p>` : undefined}</li>`;
}

function excerptLine(record: Excerpt): Markup {
  const when = record.at === null ? html`no time` : dayAndTime(record.at, record.precision);
  return html`<pre class="excerpt ${record.level}">${when} ${record.level} ${record.path || record.source}:${record.line} ${clipped(record.body || record.name)}</pre>`;
}

function clipped(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
