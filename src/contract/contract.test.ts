import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describePermissions } from './describePermissions.ts';
import { jsonSchemaOf, schemasWithin } from './jsonSchema.ts';
import { listOperations } from './listOperations.ts';

const OPERATIONS = listOperations();
const namesOf = (wrong: readonly { name: string }[]): string[] => wrong.map(({ name }) => name);

describe('every operation', () => {
  test('has a name of its own and one place', () => {
    const places = OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/\{.*?\}/g, '{}')}`);
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  test('says in one sentence what it does', () => {
    const sentence = /^[A-Z][^.!?]*(?:\.[^\s][^.!?]*)*\.$/;
    expect(namesOf(OPERATIONS.filter(({ summary }) => !sentence.test(summary)))).toEqual([]);
  });

  test('stands below a noun, in lower case, without a verb of HTTP', () => {
    const path = /^(?:\/(?:[a-z0-9]+(?:-[a-z0-9]+)*|\{\w+\}))+$/;
    expect(namesOf(OPERATIONS.filter(operation => !path.test(operation.path)))).toEqual([]);
    expect(
      namesOf(OPERATIONS.filter(operation => /\/(?:get|list|create|update|delete)\b/.test(operation.path))),
    ).toEqual([]);
  });

  test('reads by GET and changes by anything else', () => {
    expect(
      namesOf(OPERATIONS.filter(({ method, effect }) => (method === 'GET') !== (effect === 'read'))),
    ).toEqual([]);
  });

  test('takes the fields of its path as required ones', () => {
    const wrong = OPERATIONS.filter(({ input, pathFields }) => {
      const { required = [] } = input ? jsonSchemaOf(input, 'input') : {};
      return pathFields.some(field => !required.includes(field));
    });
    expect(namesOf(wrong)).toEqual([]);
  });

  test('answers 201 when it makes something and 204 when it answers nothing', () => {
    const makes = /^(?:add|create|declare|invite)$/;
    const wrong = OPERATIONS.filter(
      ({ words, method, successStatus, output }) =>
        (method === 'POST' && makes.test(words.at(-1)!) && output && successStatus !== 201) ||
        (!output && successStatus !== 204),
    );
    expect(namesOf(wrong)).toEqual([]);
  });

  test('bounds every string that it takes', () => {
    const bounded = new Set(['uuid', 'date', 'time', 'ipv4', 'ipv6', 'duration']);
    const unbounded = OPERATIONS.flatMap(({ name, input }) =>
      input
        ? Array.from(schemasWithin(jsonSchemaOf(input, 'input')))
            .filter(
              ({ schema }) =>
                schema.type === 'string' &&
                schema.maxLength === undefined &&
                !schema.enum &&
                schema.const === undefined &&
                !bounded.has(schema.format ?? ''),
            )
            .map(({ at }) => `${name} ${at}`)
        : [],
    );
    expect(unbounded).toEqual([]);
  });

  test('bounds every list that it takes', () => {
    const unbounded = OPERATIONS.flatMap(({ name, input }) =>
      input
        ? Array.from(schemasWithin(jsonSchemaOf(input, 'input')))
            .filter(({ schema }) => schema.type === 'array' && schema.maxItems === undefined)
            .map(({ at }) => `${name} ${at}`)
        : [],
    );
    expect(unbounded).toEqual([]);
  });

  test('says what it answers, down to the last field', () => {
    const open = OPERATIONS.flatMap(({ name, output }) =>
      output
        ? Array.from(schemasWithin(jsonSchemaOf(output, 'output')))
            .filter(({ schema, isKey }) => !isKey && isOpen(schema))
            .map(({ at }) => `${name} ${at}`)
        : [],
    );
    expect(open).toEqual([]);
  });

  test('keeps secrets in fields that it has', () => {
    const wrong = OPERATIONS.flatMap(({ name, input, secret }) => {
      const fields = input
        ? Array.from(schemasWithin(jsonSchemaOf(input, 'input')), ({ at }) => at.split('/').at(-1))
        : [];
      return secret.filter(field => !fields.includes(field)).map(field => `${name} ${field}`);
    });
    expect(wrong).toEqual([]);
  });
});

/** A schema that allows anything and does not say that it means to, by a description. */
function isOpen({ description, ...schema }: ReturnType<typeof jsonSchemaOf>): boolean {
  return Object.keys(schema).length === 0 && description === undefined;
}

test('the permission matrix in the docs is that of the contract', () => {
  const written = readFileSync(new URL('../../docs/reference/permissions.md', import.meta.url), 'utf8');
  expect(written, 'run `node tools/writePermissions.ts`').toBe(describePermissions());
});
