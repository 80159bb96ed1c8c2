import type { Bundle } from '../../../core/document/bundle.ts';
import { html } from '../html.ts';
import { nothing, type PageContext, type SectionText, sentence } from '../parts.ts';

/** What is not known: the questions to take into the review. */
export function unknownsSection(bundle: Bundle, context: PageContext): SectionText {
  const items = bundle.unknowns.map(item => html`<li>${sentence(item, context)}</li>`);
  const body =
    items.length > 0
      ? html`<ul class="unknowns">${items}</ul>`
      : nothing('No open question was found by rule. The review will find its own.');
  return { id: 'unknowns', title: 'What is not known', count: items.length, body };
}
