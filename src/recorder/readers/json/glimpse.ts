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
  return parsed(text.slice(0, cut) + closers);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const glimpses = new WeakMap<Sample, { root: unknown; objects: JsonObject[] }>();
const MOST = 5;

/** The value that a sample begins with; undefined when it is no JSON. */
export function glimpseOf(sample: Sample): unknown {
  return looked(sample).root;
}

/**
 * The first objects of a JSON sample that readers judge a file by: root objects, one a line or over several lines, or
 * the entries of a root array. Empty when it is no JSON.
 */
export function firstObjects(sample: Sample): JsonObject[] {
  return looked(sample).objects;
}

function looked(sample: Sample): { root: unknown; objects: JsonObject[] } {
  const known = glimpses.get(sample);
  if (known) return known;
  const found = look(sample);
  glimpses.set(sample, found);
  return found;
}

function look(sample: Sample): { root: unknown; objects: JsonObject[] } {
  const text = sample.text.replace(/^\uFEFF/, '').trimStart();
  if (text[0] !== '{' && text[0] !== '[') return { root: undefined, objects: [] };
  const root = glimpse(text);
  const isLines = isObject(parsed(sample.lines[0] ?? ''));
  const values = isLines ? sample.lines.slice(0, MOST).map(glimpse) : [root].flat(2);
  return { root, objects: values.slice(0, MOST).filter(isObject) };
}
