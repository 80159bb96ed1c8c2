/**
 * The few words of JSON Schema that the bundle needs, as values. `objectOf<T>` holds a schema and a TypeScript type
 * together: it does not compile unless the keys are the same and the same ones are optional.
 */
export interface Schema {
  type?:
    | 'string'
    | 'number'
    | 'integer'
    | 'boolean'
    | 'object'
    | 'array'
    | readonly ['integer' | 'number' | 'string', 'null'];
  const?: string | number;
  enum?: readonly string[];
  description?: string;
  minimum?: number;
  maximum?: number;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: false | Schema;
  items?: Schema | false;
  prefixItems?: readonly Schema[];
  minItems?: number;
  $ref?: string;
}

/** A field that may be absent. */
export interface Optional {
  optional: Schema;
}

type Fields<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional : Schema };

export const text: Schema = { type: 'string' };
export const truth: Schema = { type: 'boolean' };
export const real: Schema = { type: 'number' };
export const whole: Schema = { type: 'integer' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const share: Schema = { type: 'number', minimum: 0, maximum: 1 };
export const micros: Schema = { type: 'integer', description: 'Microseconds since 1970-01-01T00:00:00Z.' };

/** A value that may be null. */
export const nullable = (type: 'integer' | 'number' | 'string'): Schema => ({ type: [type, 'null'] });

/** One of these words. */
export const oneOf = (...words: readonly string[]): Schema => ({ enum: words });

/** A list. */
export const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** A list with a place for each. */
export const tupleOf = (...prefixItems: readonly Schema[]): Schema => ({
  type: 'array',
  prefixItems,
  minItems: prefixItems.length,
  items: false,
});

/** An object with any keys. */
export const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties });

/** A shape that is named once under `$defs`. */
export const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` });

/** A field that may be absent. */
export const optional = (schema: Schema): Optional => ({ optional: schema });

/** An object with exactly the keys of `T`. */
export function objectOf<T>(fields: Fields<T>): Schema {
  const entries = Object.entries<Schema | Optional>(fields);
  return {
    type: 'object',
    properties: Object.fromEntries(
      entries.map(([key, field]) => [key, 'optional' in field ? field.optional : field]),
    ),
    required: entries.filter(([, field]) => !('optional' in field)).map(([key]) => key),
    additionalProperties: false,
  };
}
