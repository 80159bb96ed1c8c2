import { durationText } from '../../../core/chart/durationText.ts';
import type { Bundle, Gap } from '../../../core/document/bundle.ts';
import { html, type Markup } from '../html.ts';
import { cites, count, instant, nothing, type PageContext, type SectionText, table } from '../parts.ts';

/** Gaps: what a reader must know before trusting an order or an absence. */
export function gapsSection(bundle: Bundle, context: PageContext): SectionText {
  const rows = bundle.gaps.map(
    gap =>
      html`<tr><td><span class="chip">${gap.kind.replaceAll('-', ' ')}</span></td><th scope="row" class="path">${gap.source || '–'}</th><td class="range">${whenText(gap, context)}</td><td class="number">${gap.count === undefined ? '' : count(gap.count)}</td><td class="prose">${gap.text}${cites(gap.cites, context)}</td></tr>`,
  );
  const body =
    rows.length > 0
      ? table('Gaps in the evidence', ['Kind', 'Source', 'When', 'Count', 'What is missing'], rows)
      : nothing('No gap was found in what was given. What was never collected cannot show here.');
  return { id: 'gaps', title: 'Gaps', count: rows.length, body };
}

function whenText(gap: Gap, context: PageContext): Markup {
  if (gap.from === undefined) return html`–`;
  if (gap.to === undefined) return instant(gap.from, 's', context);
  return html`${instant(gap.from, 's', context)} – ${instant(gap.to, 's', context)} <span class="muted">${durationText(gap.to - gap.from)}</span>`;
}
