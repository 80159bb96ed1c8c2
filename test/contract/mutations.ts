import type { JsonSchema } from '../../src/contract/jsonSchema.ts';

/** What stands in a field's place, by what is wrong with it. */
const VALUES: readonly ((schema: JsonSchema) => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 2 ** 53,
  () => 1e308,
  () => 0.5,
  () => '',
  () => '\0',
  () => '\ud800',
  ({ maxLength = 100_000 }) => 'ü'.repeat(Math.min(maxLength, 300_000) + 1),
  ({ maxLength = 100_000 }) => '\u{1F9E8}'.repeat(Math.min(maxLength, 300_000) / 2),
  () => [],
  () => ({}),
  ({ maxItems = 1_000 }) => Array.from({ length: maxItems + 1 }, () => 'x'),
  () => [[[[[[['deep']]]]]]],
  () => ({ toString: 'not a function', constructor: { prototype: {} }, length: -1 }),
  () => '2026-02-30T25:61:61Z',
  () => `2026-03-02T10:00:00.${'1'.repeat(5_000)}Z`,
  () => '9999-12-31T23:59:59+14:00',
  () => '00000000-0000-0000-0000-000000000000',
  () => "'; drop table incident; --",
  () => Number.MAX_SAFE_INTEGER,
];

interface Place {
  path: readonly string[];
  schema: JsonSchema;
}

/** Every field of an input that a value can be put into, those of nested objects and of lists' first items too. */
function* placesIn(schema: JsonSchema, path: readonly string[] = []): Generator<Place> {
  if (path.length > 4) return;
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    yield { path: [...path, name], schema: child };
    for (const inner of [child, ...(child.anyOf ?? []), ...(child.oneOf ?? [])]) {
      yield* placesIn(inner, [...path, name]);
      if (inner.items) yield* placesIn(inner.items, [...path, name, '0']);
    }
  }
}

function changed(input: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  const isList = /^\d+$/.test(name!);
  const before = (typeof input === 'object' && input !== null ? input : isList ? [] : {}) as Record<
    string,
    unknown
  >;
  const after = rest.length === 0 ? value : changed(before[name!], rest, value);
  return isList ? [after] : { ...before, [name!]: after };
}

/**
 * Inputs that are wrong, each in one place, derived from one that is right.
 *
 * @param every how many of the wrong values one field is given a chance of: 1 gives all, 3 every third, in turn
 */
export function* mutationsOf(schema: JsonSchema, right: unknown, every: number): Generator<unknown> {
  yield* [
    null,
    [],
    'text',
    0,
    {},
    [right],
    { ...(right as object), unknown: 'field', ['__proto__']: { roles: ['x'] } },
  ];
  let turn = 0;
  for (const place of placesIn(schema)) {
    yield changed(right, place.path, undefined);
    for (const value of VALUES)
      if (turn++ % every === 0) yield changed(right, place.path, value(place.schema));
  }
}
