import { isEscaped } from '../isEscaped.ts';

/** A text within JSON, as it reads, with the way back to where it is written. */
export interface JsonString {
  /** The name that it stands under; `''` when it has none. */
  key: string;
  text: string;
  /** Where the character of `text` at `at` is written. */
  placeOf(at: number): number;
}

/**
 * The strings in a line of JSON that read otherwise on their own: prose, which the marks of JSON around it hide, and
 * what holds escapes. `[]` for other text. A line that is cut or broken gives what can be read.
 */
export function jsonStringsIn(line: string): JsonString[] {
  if (!/^\s*[{[]\s*["{[]/.test(line)) return [];
  const strings: JsonString[] = [];
  let key = '';
  for (let open = line.indexOf('"'); open >= 0; ) {
    const close = closingQuote(line, open);
    if (close < 0) break;
    const written = line.slice(open + 1, close);
    if (isName(line, close + 1)) key = written;
    else if (/[\s\\]/.test(written)) strings.push({ key, ...readingOf(written, open + 1) });
    open = line.indexOf('"', close + 1);
  }
  return strings;
}

/** Where the string ends that opens at `open`, or -1. */
function closingQuote(line: string, open: number): number {
  let close = line.indexOf('"', open + 1);
  while (close >= 0 && isEscaped(line, close)) close = line.indexOf('"', close + 1);
  return close;
}

/** Whether a colon follows. */
function isName(line: string, at: number): boolean {
  let i = at;
  while (/\s/.test(line.charAt(i))) i += 1;
  return line[i] === ':';
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/g;
const MEANINGS: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** `written` with its escapes resolved; `start` is where it begins in the line. */
function readingOf(written: string, start: number): Pick<JsonString, 'text' | 'placeOf'> {
  let text = '';
  let done = 0;
  /** Behind each escape: the offset in the text, and the place in the line. */
  const behind: [at: number, place: number][] = [[0, start]];
  for (const { index, 0: escaped, 1: code, 2: letter = '' } of written.matchAll(ESCAPE)) {
    text += written.slice(done, index);
    text +=
      code === undefined ? (MEANINGS[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16));
    done = index + escaped.length;
    behind.push([text.length, start + done]);
  }
  text += written.slice(done);
  return {
    text,
    placeOf: wanted => {
      const [at, place] = behind.findLast(([offset]) => offset <= wanted)!;
      return place + wanted - at;
    },
  };
}
