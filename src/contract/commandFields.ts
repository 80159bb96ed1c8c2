import { type JsonSchema, jsonSchemaOf } from './jsonSchema.ts';
import type { Operation } from './listOperations.ts';

/** One field of an operation's input, as a command line names it. */
export interface CommandField {
  /** Where it stands in the input: `['impact', 'customers']`. */
  path: readonly string[];
  /** Without dashes: `impact.customers`; for a field of the path its place is its name, and this only names it in help. */
  flag: string;
  isPositional: boolean;
  isRequired: boolean;
  /** `json`: lists of objects and whatever else has no flat form. */
  kind: 'text' | 'number' | 'boolean' | 'json';
  /** May be given several times. */
  isList: boolean;
  /** `null` on the command line means null. */
  isNullable: boolean;
  choices: readonly string[] | undefined;
  /** What is taken when it is not given. */
  default: unknown;
  description: string;
}

/** Options that every command has; an input's field of such a name gets `field-` before it. */
export const COMMON_FLAGS: readonly string[] = [
  'all',
  'help',
  'idempotency-key',
  'if-match',
  'input',
  'json',
  'out',
  'server',
  'token',
  'version',
];

/** The fields of an operation's input: those of its path in its order, then the others. Nested objects are flat. */
export function commandFieldsOf({ input, pathFields }: Operation): CommandField[] {
  if (!input) return [];
  const fields = fieldsBelow(jsonSchemaOf(input, 'input'), [], {
    isRequired: true,
    positional: new Set(pathFields),
  });
  const place = ({ path, isPositional }: CommandField) =>
    isPositional ? pathFields.indexOf(path[0]!) : Infinity;
  return fields.sort((a, b) => place(a) - place(b) || 0);
}

interface Above {
  isRequired: boolean;
  positional: ReadonlySet<string>;
}

function fieldsBelow(schema: JsonSchema, path: readonly string[], above: Above): CommandField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const isRequired = above.isRequired && (schema.required ?? []).includes(name);
    const here = [...path, name];
    const { plain, isNullable } = withoutNull(child);
    if (plain.type === 'object' && plain.properties && !isNullable)
      return fieldsBelow(plain, here, { ...above, isRequired });
    return [toField(here, { child, plain, isNullable, isRequired, positional: above.positional })];
  });
}

interface Found extends Above {
  child: JsonSchema;
  plain: JsonSchema;
  isNullable: boolean;
}

function toField(
  path: readonly string[],
  { child, plain, isNullable, isRequired, positional }: Found,
): CommandField {
  const isFlatList = plain.type === 'array' && kindOf(plain.items ?? {}) !== 'json';
  const single = isFlatList ? withoutNull(plain.items!).plain : plain;
  const kebab = path.map(part => part.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)).join('.');
  return {
    path,
    flag: isTaken(kebab) ? `field-${kebab}` : kebab,
    isPositional: path.length === 1 && positional.has(path[0]!),
    isRequired,
    kind: kindOf(single),
    isList: isFlatList,
    isNullable,
    choices: single.enum?.map(String),
    default: child.default,
    description: child.description ?? plain.description ?? '',
  };
}

/** Taken by an option of every command, or by the way in which a switch is turned off. */
const isTaken = (flag: string): boolean => COMMON_FLAGS.includes(flag) || flag.startsWith('no-');

function withoutNull(schema: JsonSchema): { plain: JsonSchema; isNullable: boolean } {
  const rest = schema.anyOf?.filter(({ type }) => type !== 'null');
  if (rest && rest.length === 1 && rest.length < schema.anyOf!.length)
    return {
      plain: { ...rest[0]!, ...(schema.description && { description: schema.description }) },
      isNullable: true,
    };
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter(type => type !== 'null');
    if (types.length === 1)
      return { plain: { ...schema, type: types[0]! }, isNullable: types.length < schema.type.length };
  }
  return { plain: schema, isNullable: false };
}

const KINDS: Record<string, CommandField['kind']> = {
  string: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
};

function kindOf({ type, enum: choices, const: only }: JsonSchema): CommandField['kind'] {
  if (choices?.every(choice => typeof choice === 'string') || typeof only === 'string') return 'text';
  return (typeof type === 'string' && KINDS[type]) || 'json';
}
