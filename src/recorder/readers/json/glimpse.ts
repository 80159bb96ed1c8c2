import type { Sample } from '../reader.ts';
import { isObject, type JsonObject } from './value.ts';

const CLOSERS: Record<string, string> = { '{': '}', '[': ']' };

/**
 * The value that a JSON text begins with, even when the text is cut off: what is whole is kept, what is open is closed.
 * Undefined when the text does not begin like JSON.
 *
 * `{"a": [1, {"b": "tru` gives `{a: [1, {}]}`.
 */
export function glimpse(text: string): unknown {
  const open: string[] = [];
  /** Where the text can be cut so that closing `closers` makes it whole. */
  let cut = 0;
  let closers = '';
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
      continue;
    }
    if (c === '"') inString = true;
    else if (c === '{' || c === '[') {
      open.push(CLOSERS[c] as string);
      cut = i + 1;
      closers = open.toReversed().join('');
    } else if (c === '}' || c === ']') {
      if (open.pop() !== c) return undefined;
      cut = i + 1;
      closers = open.toReversed().join('');
      if (open.length === 0) break;
    } else if (c === ',') {
      cut = i;
      closers = open.toReversed().join('');
    }
  }
  try {
    return JSON.parse(text.slice(0, cut) + closers);
  } catch {
    return undefined;
  }
}

const documents = new WeakMap<Sample, JsonObject[]>();
const MOST = 5;

/**
 * The first objects of a JSON sample that readers judge a file by: root objects, one a line or over several lines, or
 * the entries of a root array. Empty when it is no JSON.
 */
export function firstObjects(sample: Sample): JsonObject[] {
  const known = documents.get(sample);
  if (known) return known;
  const found = find(sample);
  documents.set(sample, found);
  return found;
}

function find(sample: Sample): JsonObject[] {
  const text = sample.text.replace(/^\uFEFF/, '').trimStart();
  if (text[0] !== '{' && text[0] !== '[') return [];
  const first = glimpse(text);
  const values = Array.isArray(first) ? first.flat() : [first, ...sample.lines.slice(1, MOST).map(glimpse)];
  return values.slice(0, MOST).filter(isObject);
}
