/**
 * Text from evidence may hold anything: Markdown, HTML, control characters, text that turns the reading direction.
 * In a document it must read as itself and do nothing.
 */

/** Control characters, and those that reorder or hide text. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const SPECIAL = /[\\`*_{}[\]()#+!|<>~$@:&-]/g;

/** Characters that need a backslash wherever they stand, in text and in tables; the others only where they begin something. */
const ALWAYS = new Set('\\`*_[]<>|~$');

const visible = (text: string): string =>
  text.replace(INVISIBLE, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Text for a paragraph, a list item or a table cell, on one line. */
export function escapeText(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\t/g, ' ');
  const escaped = line.replace(INVISIBLE, '').replace(SPECIAL, char => escapeChar(char));
  return escaped
    .replace(/\b(https?|ftp|mailto|www)(?=&#58;|\.)/gi, '$1&#8203;')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^([-+])(?=\s|$)/, '\\$1')
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1');
}

function escapeChar(char: string): string {
  if (char === '<') return '&lt;';
  if (char === '>') return '&gt;';
  if (char === '&') return '&amp;';
  if (char === '@') return '&#64;';
  return ALWAYS.has(char) ? `\\${char}` : char;
}

/** An inline code span that shows the text as it is, in a table cell too. */
export function codeSpan(text: string): string {
  const line = visible(text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\t/g, ' '));
  if (line.trim() === '') return '';
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(match => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const pad = line.startsWith('`') || line.endsWith('`') || /^ .* $/.test(line) ? ' ' : '';
  return `${fence}${pad}${line.replaceAll('|', '\\|')}${pad}${fence}`;
}

/** A fenced block that shows the text as it is, line for line. */
export function codeBlock(text: string, language = ''): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n').map(visible).join('\n').trimEnd();
  const longest = Math.max(2, ...[...lines.matchAll(/`+/g)].map(match => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${lines}\n${fence}`;
}

/** Text in which backticks mark code. */
export const withCode = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 1 ? codeSpan(part) : part === '' ? '' : escapeInner(part)))
    .join('');

/** A piece of text inside a line: its outer blanks stay. */
function escapeInner(part: string): string {
  const [, before, middle, after] = /^(\s*)(.*?)(\s*)$/s.exec(part)!;
  return `${before && ' '}${escapeText(middle!)}${after && ' '}`;
}
