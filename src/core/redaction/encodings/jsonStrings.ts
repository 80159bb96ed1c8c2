/** A text within JSON, as it reads, with the way back to where it is written. */
export interface JsonString {
  /** The name that it stands under; `''` when it has none. */
  key: string;
  text: string;
  /** Where the character of `text` at `at` is written. */
  placeOf(at: number): number;
}

const STRING = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;

/**
 * The strings in a line of JSON that read otherwise on their own: prose, which the marks of JSON around it hide, and
 * what holds escapes. `[]` for other text. A line that is cut or broken gives what can be read.
 */
export function jsonStringsIn(line: string): JsonString[] {
  if (!/^\s*[{[]\s*["{[]/.test(line)) return [];
  const strings: JsonString[] = [];
  let key = '';
  for (const { index, 1: written = '', 2: colon } of line.matchAll(STRING)) {
    if (colon !== undefined) key = written;
    else if (/[\s\\]/.test(written)) strings.push({ key, ...readingOf(written, index + 1) });
  }
  return strings;
}

const MEANINGS: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** `written` with its escapes resolved; `start` is where it begins in the line. */
function readingOf(written: string, start: number): Pick<JsonString, 'text' | 'placeOf'> {
  if (!written.includes('\\')) return { text: written, placeOf: at => start + at };
  const places: number[] = [];
  let text = '';
  for (let i = 0; i < written.length; ) {
    places.push(start + i);
    const code = /^\\u([0-9a-fA-F]{4})/.exec(written.slice(i, i + 6))?.[1];
    if (code !== undefined) text += String.fromCharCode(Number.parseInt(code, 16));
    else if (written[i] === '\\') text += MEANINGS[written[i + 1]!] ?? written[i + 1];
    else text += written[i];
    i += code !== undefined ? 6 : written[i] === '\\' ? 2 : 1;
  }
  return { text, placeOf: at => places[at] ?? start + written.length };
}
