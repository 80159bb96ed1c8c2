import type { FormSchema } from '../../contract/formSchema.ts';

/** What controls hold: by the names of the schema's fields, with `''` or undefined where nothing is filled in. */
export type FormValues = Readonly<Record<string, unknown>>;

/** What a control begins with that nobody has filled in. */
const BLANKS: Readonly<Record<string, unknown>> = { string: '', boolean: false, array: [] };

const typeOf = ({ type }: FormSchema): string => [type ?? 'null'].flat()[0]!;

/** The value that a control begins with. */
export function beginWith(schema: FormSchema, given: unknown): unknown {
  const type = typeOf(schema);
  const value = given ?? schema.default;
  if (type === 'object') return beginObject(schema, (value ?? {}) as FormValues);
  if (value === undefined || value === null) return schema.enum ? undefined : BLANKS[type];
  const { items } = schema;
  return items ? (value as unknown[]).map(item => beginWith(items, item)) : value;
}

/** The values that a form begins with: those of what is edited, else what the operation takes where nothing is said. */
export const beginObject = ({ properties = {} }: FormSchema, given: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, beginWith(field, given[name])]),
  );

/** What is sent of what a control holds. Left blank, it is null where it may be, and not sent where it cannot be blank. */
export function toInput(schema: FormSchema, value: unknown): unknown {
  if (value === '' || value === undefined || value === null) return blankInput(schema);
  const { items, properties, minItems = 0 } = schema;
  if (items) {
    // An item keeps its place, so that what is wrong with it is shown at it.
    const sent = (value as unknown[]).map(item => toInput(items, item) ?? item);
    return sent.length === 0 && minItems > 0 ? undefined : sent;
  }
  if (!properties) return value;
  const sent = toObject(schema, value as FormValues);
  return Object.keys(sent).length > 0 ? sent : undefined;
}

/** What is sent of what a form holds. */
export const toObject = ({ properties = {} }: FormSchema, values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(properties)
      .map(([name, field]) => [name, toInput(field, values[name])] as const)
      .filter(([, value]) => value !== undefined),
  );

function blankInput(schema: FormSchema): null | '' | undefined {
  if ([schema.type].flat().includes('null')) return null;
  return mayBeBlank(schema) ? '' : undefined;
}

/** Whether nothing must be filled in: null, an empty text or an empty list are values of it, too. */
export const canStayBlank = (schema: FormSchema): boolean =>
  [schema.type].flat().includes('null') ||
  mayBeBlank(schema) ||
  (schema.type === 'array' && !schema.minItems);

/** Whether an empty text is a value of it, too. */
const mayBeBlank = ({ type, enum: choices, minLength = 0, pattern, rules }: FormSchema): boolean =>
  type === 'string' &&
  !choices &&
  minLength === 0 &&
  (!pattern || new RegExp(pattern).test('')) &&
  !rules?.includes('visible');
