import { CLASS_OF, LOWER, NAME, SPACE } from './byteClass.ts';
import { setOf } from './setOf.ts';

const QUOTES = setOf('"\'\\');
const VALUE = bytesOf('value');
const COMMA = codeOf(',');
const COLON = codeOf(':');
const EQUALS = codeOf('=');
const LIST = codeOf('[');
const OBJECT = codeOf('{');
const PLURAL = codeOf('s');

/** Lists and objects around a value that are looked into. */
const MAX_NESTING = 4;

/**
 * Where the value begins whose name stands as a value itself, before it; `at` is behind that name:
 *
 *     {"name":"x","value":"v"}   {Name:x Value:v}   <add key="x" value="v">   ParameterKey=x,ParameterValue=v
 *
 * Undefined when what follows is not called a value. Looks at `[at, to)` only.
 */
export function afterValueName(bytes: Uint8Array, at: number, to: number): number | undefined {
  const start = skip(bytes, bytes[at] === COMMA ? at + 1 : at, to, isMargin);
  const end = skip(bytes, start, to, byte => (CLASS_OF[byte]! & NAME) !== 0);
  if (!endsWithValue(bytes, start, end)) return undefined;
  const operator = skip(bytes, end, to, isMargin);
  const isAssigned = operator < to && (bytes[operator] === COLON || bytes[operator] === EQUALS);
  return isAssigned ? operator + 1 : undefined;
}

/** Where the first value within lists, and objects that only hold a value, begins: `["v"]`, `{"stringValue":"v"}`. */
export function innermostValue(bytes: Uint8Array, at: number, to: number): number {
  let i = skip(bytes, at, to, isSpace);
  for (let depth = 0; depth < MAX_NESTING && i < to; depth += 1) {
    const inside =
      bytes[i] === LIST ? i + 1 : bytes[i] === OBJECT ? afterValueName(bytes, i + 1, to) : undefined;
    if (inside === undefined) return i;
    i = skip(bytes, inside, to, isSpace);
  }
  return i;
}

function endsWithValue(bytes: Uint8Array, start: number, end: number): boolean {
  const isPlural = end > start && LOWER[bytes[end - 1]!] === PLURAL;
  const first = end - VALUE.length - (isPlural ? 1 : 0);
  return first >= start && VALUE.every((byte, k) => LOWER[bytes[first + k]!] === byte);
}

function isSpace(byte: number): boolean {
  return (CLASS_OF[byte]! & SPACE) !== 0;
}

function isMargin(byte: number): boolean {
  return QUOTES[byte] === 1 || isSpace(byte);
}

function skip(bytes: Uint8Array, at: number, to: number, isSkipped: (byte: number) => boolean): number {
  let i = at;
  while (i < to && isSkipped(bytes[i]!)) i += 1;
  return i;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, codeOf);
}

function codeOf(text: string): number {
  return text.charCodeAt(0);
}
