/**
 * The one text that canonical JSON (RFC 8785) allows for a parsed JSON value: keys in the order of their UTF-16 code
 * units, no spaces, numbers and strings as ECMAScript writes them.
 */
export function canonicalForm(value: unknown): string {
  return isInOrder(value) ? JSON.stringify(value) : writeInOrder(value);
}

/** Whether all keys come in their order, as they do in what was canonical before it was parsed. */
function isInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let previous: string | undefined;
  for (const name in value) {
    if (previous !== undefined && previous >= name) return false;
    previous = name;
  }
  return Object.values(value).every(isInOrder);
}

/** For keys out of order, and for keys that are numbers: objects put those first, whatever was parsed. */
function writeInOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeInOrder).join(',')}]`;
  // Entries of a parsed object are its own keys only, `__proto__` among them.
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${writeInOrder(field)}`).join(',')}}`;
}
