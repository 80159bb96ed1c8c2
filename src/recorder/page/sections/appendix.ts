import type { Bundle, Citation, Excerpt } from '../../../core/document/bundle.ts';
import { html, type Markup } from '../html.ts';
import { citeNumber, counted, dayAndTime, type SectionText } from '../parts.ts';

const SHOWN_RECORDS = 4;
const SHOWN_CHARACTERS = 600;

/** The cited evidence in short, for paper and for readers without scripts; on screen the drawer shows all of it. */
export function appendixSection(bundle: Bundle): SectionText {
  const entries = bundle.citations.map(citationEntry);
  return {
    id: 'appendix',
    title: 'Cited evidence',
    count: entries.length,
    body: html`<ol class="appendix">${entries}</ol>`,
  };
}

function citationEntry(citation: Citation): Markup {
  const shown = citation.records.slice(0, SHOWN_RECORDS);
  const rest = Math.max(citation.count, citation.records.length) - shown.length;
  return html`<li id="${citation.id}"><p><b class="cite-number">${citeNumber(citation.id)}</b> ${citation.label}</p>
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
