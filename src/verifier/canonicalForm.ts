/**
 * The one text that canonical JSON (RFC 8785) allows for a parsed JSON value. Undefined when there is none: a number
 * that is no number any more (`1e999`).
 */
export function canonicalForm(value: unknown): string | undefined {
  const parts: string[] = [];
  return append(value, parts) ? parts.join('') : undefined;
}

function append(value: unknown, parts: string[]): boolean {
  if (Array.isArray(value)) return appendList(value, parts);
  if (typeof value === 'object' && value !== null) return appendFields(value, parts);
  if (typeof value === 'number' && !Number.isFinite(value)) return false;
  parts.push(JSON.stringify(value));
  return true;
}

function appendList(items: readonly unknown[], parts: string[]): boolean {
  parts.push('[');
  for (const [place, item] of items.entries()) {
    if (place > 0) parts.push(',');
    if (!append(item, parts)) return false;
  }
  parts.push(']');
  return true;
}

function appendFields(fields: object, parts: string[]): boolean {
  // Entries of a parsed object are its own keys only, `__proto__` among them. `<` on strings compares UTF-16 code units.
  const sorted = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  parts.push('{');
  for (const [place, [name, value]] of sorted.entries()) {
    if (place > 0) parts.push(',');
    parts.push(JSON.stringify(name), ':');
    if (!append(value, parts)) return false;
  }
  parts.push('}');
  return true;
}
