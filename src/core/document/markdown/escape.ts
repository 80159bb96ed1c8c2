/**
 * Text from evidence may hold anything: Markdown, HTML, links, control characters, text that turns the reading
 * direction. In a document it must read as itself and do nothing.
 */

/** Control characters, and those that reorder or hide text; line ends and tabs are handled apart. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** What each character that begins something is written as. Entities where a backslash is not enough for GitHub. */
const WRITTEN: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '@': '&#64;',
  '#': '&#35;',
  '://': ':&#47;/',
  ...Object.fromEntries(['\\', '`', '*', '_', '[', ']', '|', '~', '$'].map(char => [char, `\\${char}`])),
};

const ACTIVE = /[<>&@\\`*_[\]|~$]|#(?=\d)|:\/\/|\bwww\./gi;

/** Text for a paragraph, a list item or a table cell, on one line. */
export function escapeText(text: string): string {
  return oneLine(text)
    .replace(INVISIBLE, '')
    .replace(ACTIVE, found => WRITTEN[found] ?? `${found.slice(0, 3)}&#46;`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+=#])/, '\\$1');
}

/** An inline code span that shows the text as it is. */
export function codeSpan(text: string): string {
  const line = oneLine(text).replace(INVISIBLE, written);
  if (line.trim() === '') return '';
  const fence = fenceFor(line, 1);
  const pad = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A code span inside a table cell, where a bar would end the cell. */
export const codeCell = (text: string): string => codeSpan(text).replaceAll('|', '\\|');

/** A fenced block that shows the text as it is, line for line. */
export function codeBlock(text: string, language = ''): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(INVISIBLE, written).trimEnd();
  const fence = fenceFor(lines, 3);
  return `${fence}${language}\n${lines}\n${fence}`;
}

/** Text for a table cell in which backticks mark code. */
export const withCode = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 === 1 ? codeCell(part) : escapeInner(part)))
    .join('');

/** A piece of text inside a line: its outer blanks stay. */
function escapeInner(part: string): string {
  if (part.trim() === '') return part === '' ? '' : ' ';
  const before = /^\s/.test(part) ? ' ' : '';
  const after = /\s$/.test(part) ? ' ' : '';
  return `${before}${escapeText(part.trim())}${after}`;
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').replace(/\t/g, ' ');

const written = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A run of backticks longer than any in the text. */
function fenceFor(text: string, least: number): string {
  let longest = least - 1;
  for (const run of text.matchAll(/`+/g)) longest = Math.max(longest, run[0].length);
  return '`'.repeat(longest + 1);
}
