import type { AttributeValue } from '../../../core/record.ts';

/** A parsed JSON object, nothing known of its members. */
export type JsonObject = { [key: string]: unknown };

/** Whether a JSON value is an object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one for anything else. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The array, or an empty one for anything else. */
export function arrayOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The array's objects; empty for anything else. */
export function objectsOf(value: unknown): JsonObject[] {
  return arrayOf(value).filter(isObject);
}

/** A scalar as text; undefined for `''`, null, absent and structured values. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return undefined;
}

/** A number, also when written as a string; undefined for what is none. `NaN` and the infinities count as numbers. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value === '') return undefined;
  if (/^[+-]?inf(inity)?$/i.test(value)) return value.startsWith('-') ? -Infinity : Infinity;
  if (value === 'NaN') return NaN;
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** The value at a dotted path below an object; undefined where the path leads nowhere. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split('.')) {
    if (!isObject(here)) return undefined;
    here = here[key];
  }
  return here;
}

/** The first of several dotted paths that holds a scalar, as text. */
export function firstText(value: unknown, ...paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = textOf(at(value, path));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** A JSON value as an attribute: numbers that JSON cannot write again (1e400) become text. */
export function attributeOf(value: unknown): AttributeValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(attributeOf);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, attributeOf(v)]));
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
