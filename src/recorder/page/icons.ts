import { html, type Markup } from './html.ts';

const PATHS = {
  /** A flight recorder's trace: the product's mark. */
  mark: 'M2 9h3l2-5 3 9 2-6 1 2h3',
};

/** A decorative line icon of 16 × 16 in the colour of the text. */
export function icon(name: keyof typeof PATHS): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;
}
