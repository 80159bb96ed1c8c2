/** Markup that is safe to write: its text parts were escaped when it was made. */
export interface Markup {
  markup: string;
}

type Part = Markup | string | number | undefined | Part[];

/**
 * A template that escapes every value: ``html`<td>${line}</td>` ``. Markup made by another `html` goes in as it is,
 * lists are joined, undefined writes nothing. Attribute values must stand in double quotes.
 */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Markup {
  let markup = literals[0] ?? '';
  for (const [index, part] of parts.entries()) markup += written(part) + (literals[index + 1] ?? '');
  return { markup };
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return Array.isArray(part) ? part.map(written).join('') : part.markup;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** NUL and lone surrogates have no place in a document; browsers would replace them, so we do it where one can see it. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
}
