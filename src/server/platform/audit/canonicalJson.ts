/**
 * A value as canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no spaces, numbers and strings as ECMAScript
 * writes them. A lone surrogate, which the RFC refuses, stays as its escape: a log that refuses what happened is no log.
 * What JSON does not know is taken as `JSON.stringify` takes it (dates by `toJSON`, undefined left out); a bigint
 * becomes a string of digits.
 */
export function canonicalJson(value: unknown): string {
  return write(value) ?? 'null';
}

function write(value: unknown): string | undefined {
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.keys(value)
    .sort()
    .map(key => [key, write((value as Record<string, unknown>)[key])] as const)
    .filter(([, text]) => text !== undefined);
  return `{${fields.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
}
