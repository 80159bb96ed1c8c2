import type { Bundle } from '../../../core/document/bundle.ts';
import { html } from '../html.ts';
import { count, counted, nothing, type SectionText, table } from '../parts.ts';

/** Redactions: how much was replaced by which rule; never a value. */
export function redactionsSection(bundle: Bundle): SectionText {
  const sorted = bundle.redactions.toSorted((a, b) => b.replacements - a.replacements);
  const total = sorted.reduce((sum, row) => sum + row.replacements, 0);
  const rows = sorted.map(
    row =>
      html`<tr><td><code>‹${row.kind}:…›</code></td><th scope="row" class="path">${row.rule}</th><td class="number">${count(row.replacements)}</td><td class="number">${count(row.values)}</td></tr>`,
  );
  const body =
    rows.length > 0
      ? html`<p class="lead">${counted(total, 'value was', 'values were')} replaced before anything was written. Equal values have equal tokens, so one customer or key stays the same one.</p>${table('Redactions', ['Token', 'Rule', 'Replaced', 'Different values'], rows)}`
      : nothing(
          'Nothing was found to redact. Look through the evidence before sharing this page all the same.',
        );
  return { id: 'redactions', title: 'Redactions', count: total, body };
}
