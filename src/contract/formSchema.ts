import { z } from 'zod';
import type { JsonSchema } from './jsonSchema.ts';
import type { Operation } from './listOperations.ts';
import type { RuleName } from './rules.ts';

/** JSON Schema as a form needs it: nothing that the server checks is left out of it. */
export interface FormSchema extends JsonSchema {
  /** The operation: `teams.edit`. */
  $id?: string;
  /** A secret: never shown, never given back. */
  writeOnly?: boolean;
  rules?: RuleName[];
  properties?: Record<string, FormSchema>;
  items?: FormSchema;
  anyOf?: FormSchema[];
}

/**
 * What somebody fills in for an operation. What may be null says so in its type: `["string", "null"]`.
 *
 * @throws when it holds a choice between schemas, for which there is no control
 */
export function formSchemaOf({ name, input = z.object({}), secret }: Operation): FormSchema {
  const { $schema: _, ...made } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const { properties = {}, ...schema } = made as FormSchema;
  return {
    $id: name,
    ...schema,
    properties: mapValues(properties, (field, at) => ({
      ...flatten(field, `${name}/${at}`),
      ...(secret.includes(at) && { writeOnly: true }),
    })),
  };
}

function flatten({ anyOf, ...schema }: FormSchema, at: string): FormSchema {
  if (anyOf) return flatten({ ...schema, ...orNull(anyOf, at) }, at);
  const { properties, items, pattern, ...words } = schema;
  return {
    ...words,
    // For those who cannot ask the rule.
    ...(pattern && !schema.rules?.includes('visible') && { pattern }),
    ...(properties && {
      properties: mapValues(properties, (field, name) => flatten(field, `${at}/${name}`)),
    }),
    ...(items && { items: flatten(items, `${at}/*`) }),
  };
}

function orNull(choices: readonly FormSchema[], at: string): FormSchema {
  const [schema, ...more] = choices.filter(({ type }) => type !== 'null');
  if (!schema || more.length > 0) throw new Error(`no form can ask for ${at}: it is one of several things`);
  return {
    ...schema,
    type: [schema.type as string, 'null'],
    ...(schema.enum && { enum: [...schema.enum, null] }),
  };
}

const mapValues = <Value, To>(all: Record<string, Value>, to: (value: Value, name: string) => To) =>
  Object.fromEntries(Object.entries(all).map(([name, value]) => [name, to(value, name)]));
