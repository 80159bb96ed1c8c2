import type { FormSchema } from '../../contract/formSchema.ts';

/** From so many characters on, a text may have several lines. */
const LONG = 250;
/** Up to so many choices are all shown; of more, the chosen ones. */
const FEW = 8;

/** The kinds of controls, each with what makes a field one; the first that fits is it. */
const KINDS = [
  ['secret', ({ writeOnly }) => writeOnly === true],
  ['choice', schema => schema.enum !== undefined],
  ['switch', isA('boolean')],
  ['number', schema => isA('integer')(schema) || isA('number')(schema)],
  ['day', ({ format }) => format === 'date'],
  ['instant', ({ format }) => format === 'date-time'],
  ['prose', schema => isA('string')(schema) && (schema.maxLength ?? Infinity) > LONG && !schema.format],
  ['line', isA('string')],
  ['checks', ({ items }) => (items?.enum?.length ?? Infinity) <= FEW],
  ['chips', ({ items }) => items?.enum !== undefined],
  ['items', ({ items }) => items?.properties !== undefined],
  ['lines', ({ items }) => items?.type === 'string'],
  ['group', ({ properties }) => properties !== undefined],
] as const satisfies readonly (readonly [string, (schema: FormSchema) => boolean])[];

export type Kind = (typeof KINDS)[number][0];

/** Kinds whose parts show what is wrong with them; the others show it for all that is in them. */
export const WITH_PARTS: readonly Kind[] = ['items', 'group'];

/**
 * Which kind of control a field gets.
 *
 * @throws for a schema that no control is made for
 */
export function kindOf(schema: FormSchema): Kind {
  const [kind] = KINDS.find(([, fits]) => fits(schema)) ?? [];
  if (!kind) throw new Error(`no control asks for ${JSON.stringify(schema)}`);
  return kind;
}

function isA(type: string): (schema: FormSchema) => boolean {
  return schema => [schema.type].flat().includes(type);
}
