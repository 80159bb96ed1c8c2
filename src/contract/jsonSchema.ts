import { z } from 'zod';

/** What we use of JSON Schema 2020-12. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

/**
 * The JSON Schema of what a caller sends (`input`: a field with a default may be left out) or receives (`output`).
 *
 * A named format says what its pattern says, so the pattern is left out; and an answer may gain fields later, so
 * nothing in it is closed. Nothing is said in words that readers of draft 7 take for something else: clients of MCP are some.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override({ jsonSchema }) {
      if (jsonSchema.prefixItems) asList(jsonSchema);
      // Only we know what their names mean.
      delete jsonSchema.rules;
      if (jsonSchema.format && jsonSchema.format !== 'regex') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.additionalProperties === false && io === 'output')
        delete jsonSchema.additionalProperties;
    },
  });
  return made as JsonSchema;
}

type Items = z.core.JSONSchema._JSONSchema;

/** A tuple in older words: so many items, each of one of its kinds. */
function asList(schema: z.core.JSONSchema.BaseSchema): void {
  const { prefixItems = [] } = schema;
  delete schema.prefixItems;
  const kinds = new Map(prefixItems.map(item => [JSON.stringify(item), item]));
  const [only, ...others] = kinds.values();
  schema.items = others.length === 0 ? only! : ({ anyOf: [...kinds.values()] } as Items);
  schema.minItems = schema.maxItems = prefixItems.length;
}

/** Every schema within a schema, itself first. */
export function* schemasWithin(
  schema: JsonSchema,
  at = '',
): Generator<{ schema: JsonSchema; at: string; isKey: boolean }> {
  yield { schema, at, isKey: false };
  for (const [name, child] of Object.entries(schema.properties ?? {}))
    yield* schemasWithin(child, `${at}/${name}`);
  for (const [name, child] of Object.entries(schema.$defs ?? {}))
    yield* schemasWithin(child, `${at}#${name}`);
  for (const child of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* schemasWithin(child, at);
  if (schema.items) yield* schemasWithin(schema.items, `${at}/*`);
  if (schema.propertyNames) yield { schema: schema.propertyNames, at: `${at}/(name)`, isKey: true };
  if (typeof schema.additionalProperties === 'object')
    yield* schemasWithin(schema.additionalProperties, `${at}/(any)`);
}
