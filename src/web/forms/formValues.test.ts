import { expect, test } from 'vitest';
import type { FormSchema } from '../../contract/formSchema.ts';
import { checkValue } from './checkValue.ts';
import { beginObject, canStayBlank, toObject } from './formValues.ts';
import { shapeOf } from './shapeOf.ts';

const NAME: FormSchema = { type: 'string', maxLength: 20, rules: ['visible'] };
const TEAM: FormSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    id: { type: 'string' },
    name: NAME,
    notes: { type: 'string', maxLength: 500 },
    ownerId: { type: ['string', 'null'], pattern: '^\\d+$' },
    days: { type: 'integer', minimum: 1, maximum: 30, default: 7 },
    tags: { type: 'array', items: NAME },
    place: { type: 'object', required: ['street'], properties: { street: NAME } },
  },
};
const EDIT: FormSchema = { ...TEAM, required: ['id'] };

const paths = (schema: FormSchema, values: object): string[] =>
  checkValue(schema, toObject(schema, values as Record<string, unknown>)).map(({ path }) => path);

test('what is new begins with what the operation takes where nothing is said', () => {
  const shape = shapeOf(TEAM, { given: {}, without: ['id'] });
  expect(beginObject(shape, {})).toEqual({
    name: '',
    notes: '',
    ownerId: '',
    days: 7,
    tags: [],
    place: { street: '' },
  });
});

test('what is left blank is sent as null, as an empty text, or not at all', () => {
  const shape = shapeOf(TEAM, { given: {}, without: ['id'] });
  expect(
    toObject(shape, { name: '', notes: '', ownerId: '', days: undefined, place: { street: '' } }),
  ).toEqual({
    notes: '',
    ownerId: null,
  });
});

test('fields that the page knows are neither asked for nor missed', () => {
  const shape = shapeOf(EDIT, { given: { id: '1', name: 'Rail' }, without: ['id'] });
  expect(paths(shape, { name: 'Rail', days: 3 })).toEqual([]);
  expect(beginObject(shape, { id: '1', name: 'Rail', version: 3 })).not.toHaveProperty('id');
});

test('what has a value must keep one, also where an edit may leave it out', () => {
  const shape = shapeOf(EDIT, { given: { name: 'Rail' }, without: ['id'] });
  expect(paths(shape, { name: '', days: 3 })).toEqual(['/name']);
  expect(paths(shape, { name: 'Rail', days: undefined })).toEqual(['/days']);
  expect(paths(shape, { name: 'Rail', days: 3, ownerId: '', notes: '' })).toEqual([]);
});

test('an item of a list keeps its place, so that what is wrong stands at it', () => {
  expect(paths(TEAM, { name: 'Rail', tags: ['a', '', 'b'] })).toEqual(['/tags/1']);
});

test('what is no number is told from nothing', () => {
  const [flaw] = checkValue(TEAM, { name: 'Rail', days: Number.NaN });
  expect(flaw).toMatchObject({ path: '/days', keyword: 'type' });
});

test('only what must be filled in is marked so', () => {
  const { name, notes, ownerId, tags } = TEAM.properties!;
  expect([name, notes, ownerId, tags].map(field => canStayBlank(field!))).toEqual([false, true, true, true]);
  expect(canStayBlank({ type: 'array', minItems: 1 })).toBe(false);
});
