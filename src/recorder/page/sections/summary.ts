import type { Bundle } from '../../../core/document/bundle.ts';
import { html } from '../html.ts';
import { nothing, type PageContext, type SectionText, sentence } from '../parts.ts';

/** TL;DR: what a reader keeps if they read nothing else. */
export function summarySection(bundle: Bundle, context: PageContext): SectionText {
  const said = bundle.summary.map(item => html`<li>${sentence(item, context)}</li>`);
  const body =
    said.length > 0
      ? html`<ul class="summary">${said}</ul>${legend()}`
      : nothing('The evidence holds nothing to sum up. Add logs, metrics, traces or chat, and draft again.');
  return { id: 'summary', title: 'TL;DR', body };
}

function legend() {
  return html`<p class="legend"><sup class="cites"><span class="cite">1</span></sup> opens the evidence · <span class="sentence inferred">inferred</span> · <span class="sentence unknown">not known</span></p>`;
}
