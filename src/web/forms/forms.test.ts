/** Every form of the app beside the operation that it is for: the contract's own schemas, as the build gives them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyValueOf } from '../../../test/builders/anyValueOf.ts';
import { type FormSchema, formSchemaOf } from '../../contract/formSchema.ts';
import { listOperations } from '../../contract/listOperations.ts';
import { t } from '../messages/index.ts';
import { checkValue, KNOWN_WORDS } from './checkValue.ts';
import { describeFlaw } from './describeFlaw.ts';
import { type TextsByField, textsOf } from './fieldTexts.ts';
import { beginObject, type FormValues, toObject } from './formValues.ts';
import { kindOf } from './kindOf.ts';
import { shapeOf } from './shapeOf.ts';

const WEB = fileURLToPath(new URL('..', import.meta.url));

/** The operations that pages draw a form for. */
const asked = new Set(
  readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.tsx'))
    .flatMap(file => Array.from(readFileSync(join(WEB, file), 'utf8').matchAll(/'virtual:form\/([\w.]+)'/g)))
    .map(([, name]) => name!),
);
const FORMS = listOperations()
  .filter(({ name }) => asked.has(name))
  .map(operation => ({ name: operation.name, input: operation.input!, schema: formSchemaOf(operation) }));

test('settings, people and teams are edited in forms that follow the contract', () => {
  expect(FORMS.map(({ name }) => name).sort()).toEqual([...asked].sort());
  expect(asked.size).toBeGreaterThan(10);
});

describe.each(FORMS)('the form of $name', ({ name, input, schema }) => {
  const isTaken = (value: unknown): boolean => input.safeParse(value).success;
  const isOffered = (value: unknown): boolean => checkValue(schema, value).length === 0;

  test('takes what the operation takes, and nothing else', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anyValueOf(schema), value => {
        seen[isTaken(value) ? 'taken' : 'refused']++;
        expect({ value, isOffered: isOffered(value) }).toEqual({ value, isOffered: isTaken(value) });
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(30);
  });

  test('says what is wrong in words', () => {
    fc.assert(
      fc.property(anyValueOf(schema), value => {
        for (const flaw of checkValue(schema, value))
          expect(describeFlaw(flaw, textsOf(name))).toMatch(/^[a-z].{8,}/);
      }),
    );
  });

  test('sends back what it was given when nothing is changed', () => {
    fc.assert(
      fc.property(anyValueOf(schema).filter(isTaken), value => {
        const given = value as FormValues;
        const shape = shapeOf(schema, { given, without: [] });
        const sent = toObject(shape, beginObject(shape, given));
        expect(isOffered(sent)).toBe(true);
        expect(input.parse(sent)).toMatchObject(input.parse(given) as object);
      }),
    );
  });

  test('has a control and texts for every field', () => {
    expect(textless(schema, textsOf(name), name)).toEqual([]);
  });

  test('says nothing that forms do not understand', () => {
    const strange = within(schema).flatMap(part =>
      Object.keys(part).filter(word => !KNOWN_WORDS.includes(word)),
    );
    expect(strange).toEqual([]);
  });
});

const within = (schema: FormSchema): FormSchema[] => [
  schema,
  ...Object.values(schema.properties ?? {}).flatMap(within),
  ...(schema.items ? within(schema.items) : []),
];

/** Fields of the path are known to the page, which names them in the window's title. */
const KNOWN_TO_PAGES = [
  'people.edit/id',
  'teams.edit/id',
  'templates.edit/id',
  'taxonomy.add/dimension',
  'taxonomy.edit/dimension',
  'templates.edit/isRetired',
];

/** What has no text: places of fields, of choices, of patterns that say nothing to people. */
function textless(schema: FormSchema, texts: TextsByField, at: string): string[] {
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => !KNOWN_TO_PAGES.includes(`${at}/${name}`))
    .flatMap(([name, field]) => {
      const here = `${at}/${name}`;
      const own = texts[name];
      if (!own?.label) return [`${here}, a ${kindOf(field)}`];
      const one = field.items ?? field;
      const choices = (one.enum ?? []).filter(choice => choice !== null && !own.choices?.[String(choice)]);
      return [
        ...choices.map(choice => `${here} = ${choice}`),
        ...(one.pattern && !own.pattern && !t.forms.formats[one.format ?? ''] && one.format !== 'uuid'
          ? [`${here} ~ ${one.pattern}`]
          : []),
        ...textless(one, own.fields ?? {}, here),
      ];
    });
}
