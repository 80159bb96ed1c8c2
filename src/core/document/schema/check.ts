import type { Schema } from './shape.ts';

/** What does not fit the schema, and where: `/moments/3/at: expected integer`. */
export type Misfit = string;

export interface Definitions {
  $defs: Readonly<Record<string, Schema>>;
}

/** Everything in `value` that does not fit, at most `most` findings. Understands the words of `shape.ts`. */
export function misfitsOf(value: unknown, schema: Schema & Definitions, most = 50): Misfit[] {
  const misfits: Misfit[] = [];
  const look = (part: unknown, expected: Schema, path: string): void => {
    if (misfits.length >= most) return;
    const shape =
      expected.$ref === undefined ? expected : schema.$defs[expected.$ref.slice('#/$defs/'.length)]!;
    const problem = problemOf(part, shape);
    if (problem !== undefined) return void misfits.push(`${path || '/'}: ${problem}`);
    if (Array.isArray(part)) lookIntoList(part, shape, path);
    else if (isObject(part)) lookIntoObject(part, shape, path);
  };
  const lookIntoList = (list: unknown[], shape: Schema, path: string): void =>
    list.forEach((item, i) => {
      const expected = shape.prefixItems?.[i] ?? (shape.items || undefined);
      if (expected === undefined) misfits.push(`${path}/${i}: unexpected item`);
      else look(item, expected, `${path}/${i}`);
    });
  const lookIntoObject = (object: Record<string, unknown>, shape: Schema, path: string): void => {
    for (const key of shape.required ?? [])
      if (!Object.hasOwn(object, key)) misfits.push(`${path || '/'}: ${key} is missing`);
    for (const [key, inner] of Object.entries(object)) {
      const known =
        shape.properties && Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
      const expected = known ?? (shape.additionalProperties || undefined);
      if (expected === undefined) misfits.push(`${path}/${key}: unknown key`);
      else look(inner, expected, `${path}/${key}`);
    }
  };
  look(value, schema, '');
  return misfits.slice(0, most);
}

function problemOf(
  value: unknown,
  { type, const: only, enum: words, minimum, maximum, minItems }: Schema,
): string | undefined {
  if (only !== undefined && value !== only) return `expected ${JSON.stringify(only)}`;
  if (words !== undefined && !words.includes(value as string)) return `expected one of ${words.join(', ')}`;
  const types: readonly string[] = type === undefined ? [] : typeof type === 'string' ? [type] : type;
  if (types.length > 0 && !types.some(expected => isOfType(value, expected)))
    return `expected ${types.join(' or ')}`;
  if (typeof value === 'number' && minimum !== undefined && value < minimum)
    return `expected at least ${minimum}`;
  if (typeof value === 'number' && maximum !== undefined && value > maximum)
    return `expected at most ${maximum}`;
  if (Array.isArray(value) && minItems !== undefined && value.length < minItems)
    return `expected ${minItems} items`;
  return undefined;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
