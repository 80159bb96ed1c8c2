import { instantIso, instantText, PRECISION_DIGITS } from '../../core/chart/instantText.ts';
import { utcClock } from '../../core/chart/zoneClock.ts';
import type { Citation, CitationId, Sentence } from '../../core/document/bundle.ts';
import type { Micros, Precision } from '../../core/record.ts';
import { html, type Markup } from './html.ts';

/** What every section needs to know of the whole document. */
export interface PageContext {
  citations: ReadonlyMap<CitationId, Citation>;
  /** Whether clock times need their day: the window crosses a midnight in UTC. */
  date: 'none' | 'short';
}

/** Chips shown behind a sentence before the rest is folded into one; the drawer steps through all of them. */
const SHOWN_CITES = 5;

/** A time in UTC, which the page's script rewrites when the reader chooses another zone. */
export function instant(at: Micros, precision: Precision, context: PageContext): Markup {
  const digits = PRECISION_DIGITS[precision];
  const text = instantText(at, { clock: utcClock, digits, date: context.date });
  return html`<time datetime="${instantIso(at)}" data-at="${at}" data-precision="${precision}" title="${instantText(at, { clock: utcClock, digits, date: 'full' })} UTC">${text}</time>`;
}

/** The same with its day always shown. */
export function dayAndTime(at: Micros, precision: Precision): Markup {
  const text = instantText(at, { clock: utcClock, digits: PRECISION_DIGITS[precision], date: 'full' });
  return html`<time datetime="${instantIso(at)}" data-at="${at}" data-precision="${precision}" data-date="full" title="${text} UTC">${text}</time>`;
}

/** Superscript chips that open the evidence. */
export function cites(ids: readonly CitationId[], context: PageContext): Markup | undefined {
  const known = ids.filter(id => context.citations.has(id));
  if (known.length === 0) return undefined;
  const shown = known.slice(0, SHOWN_CITES);
  const next = known[SHOWN_CITES];
  const more = next
    ? html`<a class="cite" href="#${next}" aria-label="${known.length - SHOWN_CITES} more pieces of evidence">+${known.length - SHOWN_CITES}</a>`
    : undefined;
  return html`<sup class="cites">\u2060${shown.map(id => chip(id, context))}${more}</sup>`;
}

function chip(id: CitationId, context: PageContext): Markup {
  const label = context.citations.get(id)?.label ?? '';
  return html`<a class="cite" href="#${id}" title="${label}" aria-label="Evidence ${citeNumber(id)}: ${label}">${citeNumber(id)}</a>`;
}

/** `12` for `e12`. */
export function citeNumber(id: CitationId): string {
  return id.replace(/^e(?=\d)/, '');
}

const BASES: Record<Sentence['basis'], { className: string; hint: string }> = {
  evidence: { className: 'sentence', hint: '' },
  inferred: { className: 'sentence inferred', hint: 'Inferred: no record says so directly' },
  unknown: { className: 'sentence unknown', hint: 'Not known from this evidence' },
};

/** A number and its unit, which no line should part. */
const MEASURE = /(\d) (?=(?:%|µs|ms|s|min|h|d|kB|MB|GB)(?!\w))/g;

/** A text in which parts between backticks are code, and numbers stay with their units. */
export function prose(text: string): Markup {
  const parts = text.split(/`([^`]+)`/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part.replace(MEASURE, '$1\u00A0')))}`;
}

/** A sentence with its chips; what is inferred or unknown looks so. */
export function sentence(said: Sentence, context: PageContext): Markup {
  const { className, hint } = BASES[said.basis] ?? BASES.inferred;
  const text = hint
    ? html`<span class="${className}" dir="auto" title="${hint}">${prose(said.text)}<span class="visually-hidden"> (${said.basis})</span></span>`
    : html`<span class="${className}" dir="auto">${prose(said.text)}</span>`;
  return html`${text}${cites(said.cites, context)}`;
}

/** A bar for a share between 0 and 1. Drawn as SVG: the page's policy allows no style attributes. */
export function bar(share: number, label: string): Markup {
  const width = Math.round(Math.min(Math.max(share || 0, 0), 1) * 100);
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${label}"><rect class="bar-track" width="100" height="6" rx="3"/><rect class="bar-fill" width="${width}" height="6" rx="3"/></svg>`;
}

/** `1 204` with thin spaces, so that long numbers can be read. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '\u202F');
}

/** `1 line`, `2 lines`. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : plural}`;
}

/** What stands where a section has nothing to show, and what to do about it. */
export function nothing(text: string): Markup {
  return html`<p class="nothing">${text}</p>`;
}

export interface SectionText {
  id: string;
  title: string;
  /** Shown beside the title in the outline. */
  count?: number;
  body: Markup;
}

/** A table with more rows than `MANY` shows `FEW` before the reader asks for the rest. */
const [FEW, MANY] = [12, 16];

/** A wide table that can be scrolled sideways, by keyboard too; the rows after the first few are folded by the script. */
export function table(label: string, head: readonly string[], rows: readonly Markup[]): Markup {
  const cells = head.map(title => html`<th scope="col">${title}</th>`);
  const shown = rows.length > MANY ? FEW : rows.length;
  const [few, rest] = [rows.slice(0, shown), rows.slice(shown)];
  const folded = rest.length > 0 ? html`<tbody class="rest">${rest}</tbody>` : undefined;
  const more =
    folded &&
    html`<button type="button" class="show-rest" hidden>Show all ${count(rows.length)}</button><p class="paper-only">${counted(rest.length, 'more row')} on screen.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${cells}</tr></thead><tbody>${few}</tbody>${folded}</table></div>${more}`;
}
