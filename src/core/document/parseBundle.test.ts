import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyBundle } from '../../../test/builders/bundle.ts';
import { parseBundle } from './parseBundle.ts';
import { bundleSchema } from './schema/bundleSchema.ts';
import type { Schema } from './schema/shape.ts';

/** Any value that a schema allows. */
function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined)
    return fc.constant(null).chain(() => anyOf(bundleSchema.$defs[schema.$ref!.slice(8)]!));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (typeof schema.type !== 'string') return fc.oneof(fc.constant(null), anyOf({ type: schema.type![0] }));
  if (schema.prefixItems !== undefined) return fc.tuple(...schema.prefixItems.map(anyOf));
  if (schema.type === 'array') return fc.array(anyOf(schema.items as Schema), { maxLength: 3 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'string') return fc.string({ unit: 'binary', maxLength: 20 });
  const { minimum: min = -(2 ** 52), maximum: max = 2 ** 52 } = schema;
  if (schema.type === 'integer') return fc.integer({ min: Math.max(min, -(2 ** 31)), max: 2 ** 31 - 1 });
  if (schema.type === 'number') return fc.double({ min, max, noNaN: true }).map(value => value + 0);
  if (schema.properties === undefined)
    return fc.dictionary(fc.string(), anyOf(schema.additionalProperties as Schema), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  const fields = Object.fromEntries(
    Object.entries(schema.properties).map(([key, inner]) => [key, anyOf(inner)]),
  );
  return fc.record(fields, { requiredKeys: [...schema.required!], noNullPrototype: true });
}

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(bundleSchema);

test('every bundle comes back from JSON without loss, and fits the published schema', () => {
  fc.assert(
    fc.property(anyOf(bundleSchema), bundle => {
      const json = JSON.stringify(bundle);
      expect(validate(JSON.parse(json)), JSON.stringify(validate.errors)).toBe(true);
      const { bundle: back, misfits } = parseBundle(json);
      expect(misfits).toEqual([]);
      expect(JSON.stringify(back)).toBe(json);
    }),
    { numRuns: 60 },
  );
});

test('a bundle in which nothing was found fits', () => {
  expect(parseBundle(JSON.stringify(emptyBundle())).misfits).toEqual([]);
});

test('what does not fit is named with its place, as the published schema judges it', () => {
  const broken: [unknown, string][] = [
    [{ ...emptyBundle(), version: 2 }, '/version: expected 1'],
    [{ ...emptyBundle(), title: undefined }, '/: title is missing'],
    [{ ...emptyBundle(), extra: 1 }, '/extra: unknown key'],
    [{ ...emptyBundle(), phases: [{ name: 'later', from: 0, to: 1 }] }, '/phases/0/name: expected one of'],
    [{ ...emptyBundle(), eventsOmitted: -1 }, '/eventsOmitted: expected at least 0'],
    [[], '/: expected object'],
  ];
  for (const [value, finding] of broken) {
    const json = JSON.stringify(value);
    expect(validate(JSON.parse(json))).toBe(false);
    const { bundle, misfits } = parseBundle(json);
    expect(bundle).toBeUndefined();
    expect(misfits[0]).toContain(finding);
  }
  expect(parseBundle('{"title": ').misfits[0]).toContain('not JSON');
});

test('the published schema is the one definition', () => {
  const published = readFileSync(
    new URL('../../../docs/reference/bundle.schema.json', import.meta.url),
    'utf8',
  );
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(bundleSchema)));
});
