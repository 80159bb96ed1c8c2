import type { CitationId, Sentence } from '../bundle.ts';
import { escapeText } from './escape.ts';

/** `[e3](#e3)`: links into the appendix of evidence. */
export const citeLinks = (cites: readonly CitationId[], most = 6): string =>
  cites.length === 0
    ? ''
    : ` ${cites
        .slice(0, most)
        .map(id => `[${id}](#${id})`)
        .join(' ')}${cites.length > most ? ' …' : ''}`;

const MARKS: Record<Sentence['basis'], string> = {
  evidence: '',
  inferred: ' *(inferred)*',
  unknown: ' *(not known)*',
};

/** A sentence with its citations, marked where it is not evidence. */
export const sentence = ({ text, cites, basis }: Sentence): string =>
  `${escapeText(text)}${MARKS[basis]}${citeLinks(cites)}`;

/** Bullets, one a line. */
export const bullets = (lines: readonly string[]): string => lines.map(line => `- ${line}`).join('\n');

/** A table; cells are Markdown already. Nothing when there are no rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Blocks one below the other, those that say nothing left out. */
export const paragraphs = (...parts: readonly string[]): string =>
  parts.filter(part => part !== '').join('\n\n');

/** A section with its heading; `''` without a body. */
export const section = (title: string, body: string): string => (body === '' ? '' : `## ${title}\n\n${body}`);
