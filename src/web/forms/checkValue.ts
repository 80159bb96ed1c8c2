import type { FormSchema } from '../../contract/formSchema.ts';
import { type RuleName, ruleOf } from '../../contract/rules.ts';

/** Why a value is not taken: the word of its schema that it does not keep to. */
export interface Flaw {
  /** JSON pointer, as the server says it: `/sections/0/title`. */
  path: string;
  keyword: Keyword | 'required' | 'type' | RuleName;
  /** The schema that says so. */
  schema: FormSchema;
  /** Undefined where something is needed and nothing is there. */
  value: unknown;
}

export type Keyword = keyof typeof KEYWORDS;

/** Keyword of JSON Schema → whether a value of the right type keeps to it. Lengths are UTF-16 units, as the server counts. */
const KEYWORDS = {
  minLength: (value: string, least: number) => value.length >= least,
  maxLength: (value: string, most: number) => value.length <= most,
  pattern: (value: string, source: string) => new RegExp(source).test(value),
  minimum: (value: number, least: number) => value >= least,
  maximum: (value: number, most: number) => value <= most,
  minItems: (value: readonly unknown[], least: number) => value.length >= least,
  maxItems: (value: readonly unknown[], most: number) => value.length <= most,
  enum: (value: unknown, all: readonly unknown[]) => all.includes(value),
};

type Check = (value: unknown, limit: unknown) => boolean;

/** Words of a schema that say nothing about what is taken; `format` says what its pattern says. */
const TOLD_OTHERWISE = ['$id', 'default', 'description', 'format', 'writeOnly'] as const;
const LOOKED_INTO = ['type', 'required', 'properties', 'items', 'rules'] as const;

/** All words of JSON Schema that forms understand: a schema with another one needs work here first. */
export const KNOWN_WORDS: readonly string[] = [...Object.keys(KEYWORDS), ...TOLD_OTHERWISE, ...LOOKED_INTO];

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  boolean: value => typeof value === 'boolean',
  number: value => Number.isFinite(value),
  integer: value => Number.isSafeInteger(value),
  array: Array.isArray,
  object: value => typeof value === 'object' && value !== null && !Array.isArray(value),
  null: value => value === null,
};

/** What of a value the operation would refuse, in the schema's order; nothing is left for the server to find. */
export function checkValue(schema: FormSchema, value: unknown, path = ''): Flaw[] {
  const types = [schema.type ?? []].flat();
  if (!types.some(type => TYPES[type]?.(value))) return [{ path, keyword: 'type', schema, value }];
  if (value === null) return [];
  const flaws = [...checkWords(schema, value, path), ...checkWithin(schema, value, path)];
  if (flaws.length > 0) return flaws;
  const broken = schema.rules?.find(rule => !ruleOf(rule).holds(value));
  return broken ? [{ path, keyword: broken, schema, value }] : [];
}

function checkWords(schema: FormSchema, value: unknown, path: string): Flaw[] {
  const broken = Object.entries(schema).find(
    ([word, limit]) => word in KEYWORDS && !(KEYWORDS[word as Keyword] as Check)(value, limit),
  );
  return broken ? [{ path, keyword: broken[0] as Keyword, schema, value }] : [];
}

function checkWithin(schema: FormSchema, value: unknown, path: string): Flaw[] {
  const { items, properties, required = [] } = schema;
  if (items)
    return (value as unknown[]).flatMap((item, index) => checkValue(items, item, `${path}/${index}`));
  return Object.entries(properties ?? {}).flatMap(([name, field]): Flaw[] => {
    const held = (value as Record<string, unknown>)[name];
    const at = `${path}/${name}`;
    if (held !== undefined) return checkValue(field, held, at);
    return required.includes(name) ? [{ path: at, keyword: 'required', schema: field, value: held }] : [];
  });
}
