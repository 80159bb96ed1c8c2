const ESCAPES = {
  percent: { pattern: /%[0-9a-fA-F]{2}/g, digits: 1 },
  json: { pattern: /\\u00[0-9a-fA-F]{2}/g, digits: 4 },
} as const;

/** The run with its escapes resolved; undefined when it has none that stand for printable ASCII. */
export function decodeEscapes(run: string, kind: keyof typeof ESCAPES): string | undefined {
  const { pattern, digits } = ESCAPES[kind];
  const decoded = run.replace(pattern, written => {
    const code = Number.parseInt(written.slice(digits), 16);
    return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : written;
  });
  return decoded === run ? undefined : decoded;
}
