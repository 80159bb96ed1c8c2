const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** Text of people as a terminal may show it: no control character of theirs reaches it. Line ends and tabs stay. */
export function visible(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(CONTROL, found => {
    const code = found.codePointAt(0)!;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD';
  });
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** A value in few words: a noun by its name, a list with commas, an instant to the second. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return INSTANT.test(value) ? value.replace(/\.\d+/, '') : visible(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(cellText).join(', ');
  if (typeof value === 'object' && 'name' in value) return cellText(value.name);
  return typeof value === 'object' ? visible(JSON.stringify(value)) : String(value);
}
