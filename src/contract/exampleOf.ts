import type { JsonSchema } from './jsonSchema.ts';

const BY_FORMAT: Record<string, string> = {
  uuid: '0195571a-8c00-7000-8000-000000000001',
  'date-time': '2026-03-02T10:00:00Z',
  date: '2026-03-02',
  email: 'ada@example.org',
  uri: 'https://example.org/runbook',
};

/**
 * The smallest value that a schema takes, for documentation and as the seed of tests: required fields only, the first
 * of each choice. What a schema cannot say (that two fields fit each other, for one) may still be refused.
 *
 * @param name of the field that it is for
 */
export function exampleOf(schema: JsonSchema, name = 'text'): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return exampleOf(choice[0]!, name);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(part => exampleOf(part, name)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return exampleObject(schema);
    case 'array':
      return exampleList(schema, name);
    case 'string':
      return exampleText(schema, name);
    case 'integer':
    case 'number':
      return exampleNumber(schema);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function exampleObject({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(required.map(field => [field, exampleOf(properties[field] ?? {}, field)]));
}

function exampleList({ items, minItems = 0 }: JsonSchema, name: string): unknown[] {
  return Array.from({ length: minItems }, () => exampleOf(items ?? {}, name));
}

function exampleText({ format, minLength = 0, maxLength = 200 }: JsonSchema, name: string): string {
  const known = BY_FORMAT[format ?? (/(?:^i|I)d$/.test(name) ? 'uuid' : '')];
  if (known) return known;
  const words = `some ${name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)}`;
  return words.padEnd(minLength, '.').slice(0, maxLength);
}

function exampleNumber({ minimum, exclusiveMinimum, maximum }: JsonSchema): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + 1);
  return maximum === undefined ? least : Math.min(least, maximum);
}
