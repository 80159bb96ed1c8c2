import { isObject, type JsonObject, textOf } from '../json/value.ts';

/** A scalar somewhere in a payload, with its names as all vendors could have written them. */
export interface Leaf {
  /** Its key without case and marks: `CheckName`, `check_name` and `CHECK-NAME` are `checkname`. */
  key: string;
  /** The same with the key around it: `service.name`. */
  pair: string;
  /** How many objects it is in. */
  depth: number;
  value: string | number;
}

const DEEPEST = 6;
const MOST = 400;
/** What a template leaves where it had nothing to fill in: `$SERVICE`, `{{host}}`, `*insert name here*`. */
const PLACEHOLDER = /^(?:\$[A-Z_]+|\$?\{.*\}|\*.*\*|N\/A|null|undefined|none)$/i;

const normal = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The scalars of a payload, the outer before the inner. Of a list only the first object is looked at, except in lists of
 * names with values (`[{"key": "severity", "value": "ERROR"}]`), where each is one scalar.
 */
export function leavesOf(payload: JsonObject): Leaf[] {
  const leaves: Leaf[] = [];
  let level: [string, JsonObject][] = [['', payload]];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const deeper: [string, JsonObject][] = [];
    for (const [around, object] of level) {
      for (const name of Object.keys(object)) {
        if (leaves.length >= MOST) return leaves;
        const key = normal(name);
        const value = object[name];
        if (isObject(value)) deeper.push([key, value]);
        else if (Array.isArray(value)) deeper.push(...inList(key, value));
        else addLeaf(leaves, around, key, depth, value);
      }
    }
    level = deeper;
  }
  return leaves;
}

function addLeaf(leaves: Leaf[], around: string, key: string, depth: number, value: unknown): void {
  const text = textOf(value)?.trim();
  if (text === undefined || text === '' || typeof value === 'boolean' || PLACEHOLDER.test(text)) return;
  leaves.push({ key, pair: `${around}.${key}`, depth, value: typeof value === 'number' ? value : text });
}

function inList(key: string, list: unknown[]): [string, JsonObject][] {
  const objects = list.filter(isObject);
  const named = objects.map(object => namedValue(object)).filter(pair => pair !== undefined);
  if (named.length > 0) return [[key, Object.fromEntries(named)]];
  const [first] = objects;
  if (first !== undefined) return [[key, first]];
  const words = list.filter(item => typeof item === 'string');
  return words.length > 0 && words.length < 10 ? [['', { [key]: words.join(', ') }]] : [];
}

/** `{"key": "team", "value": "shop"}`, also with `tag` for the name and OTLP's typed values. */
function namedValue(object: JsonObject): [string, unknown] | undefined {
  const name = textOf(object.key ?? object.tag);
  if (name === undefined || !('value' in object)) return undefined;
  return [name, isObject(object.value) ? Object.values(object.value)[0] : object.value];
}

/**
 * The values that leaves have under several names, in the order of the names; among equals the outermost first. Names
 * with a dot say what is around.
 */
export function valuesOf(leaves: readonly Leaf[], names: readonly string[]): (string | number)[] {
  return names.flatMap(name => {
    const isPair = name.includes('.');
    return leaves.filter(({ key, pair }) => (isPair ? pair : key) === name).map(({ value }) => value);
  });
}
