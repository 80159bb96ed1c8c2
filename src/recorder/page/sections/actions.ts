import type { Bundle } from '../../../core/document/bundle.ts';
import { html } from '../html.ts';
import { nothing, type PageContext, prose, type SectionText, sentence } from '../parts.ts';

/** Proposed actions, each with the proof that it is done. */
export function actionsSection(bundle: Bundle, context: PageContext): SectionText {
  const items = bundle.actions.map(
    action =>
      html`<li class="action"><span class="chip kind-${action.kind}">${action.kind}</span><div><p class="action-title">${action.title}</p><p class="because">${sentence(action.because, context)}</p><p class="proof"><span class="proof-label">Proved by</span> ${prose(action.verification)}</p></div></li>`,
  );
  const body =
    items.length > 0
      ? html`<p class="lead">Proposals. Each needs an owner and a date before it is a promise.</p><ol class="actions">${items}</ol>`
      : nothing('No action follows from the evidence alone. Begin with what would have shortened this.');
  return { id: 'actions', title: 'Proposed actions', count: items.length, body };
}
