import fc from 'fast-check';
import type { FormSchema } from '../../src/contract/formSchema.ts';

const STRANGE = [null, true, 0, -1, 0.5, 2 ** 53, '', ' ', '\0', '\ud800', 'x', [], [''], {}] as const;

const BY_FORMAT: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.oneof(fc.emailAddress(), fc.constantFrom('Ada@Example.org', 'ada@nowhere', 'a..b@example.org')),
  uuid: fc.oneof(
    fc.uuid(),
    fc.uuid({ version: 7 }).map(id => id.toUpperCase()),
  ),
  'date-time': fc.oneof(
    fc
      .date({ noInvalidDate: true, min: new Date('0900-01-01'), max: new Date('4000-01-01') })
      .map(at => at.toISOString()),
    fc.constantFrom(
      '2026-02-30T10:00:00Z',
      '2026-03-02T10:00:00.123456+02:00',
      '2026-03-02 10:00',
      '2026-03-02',
    ),
  ),
};

/** Values of a schema's kind, most of them right, many at the edge of it, some of another kind altogether. */
export function anyValueOf(schema: FormSchema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: likely(schema) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE) },
  );
}

function likely(schema: FormSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const [type] = [schema.type].flat();
  if (type === 'object') return anyObject(schema);
  if (type === 'array') return anyList(schema);
  if (type === 'integer') return anyNumber(schema);
  if (type === 'boolean') return fc.boolean();
  return anyText(schema);
}

const anyObject = ({ properties = {}, required = [] }: FormSchema): fc.Arbitrary<object> => {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, likelyOrStrange(field)]),
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.record(fields, { requiredKeys: required }) },
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
  );
};

/** Seldom strange: an object with many fields must have a chance to be right as a whole. */
const likelyOrStrange = (schema: FormSchema): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 40, arbitrary: likely(schema) }, { weight: 1, arbitrary: fc.constantFrom(...STRANGE) });

function anyList({ items = {}, minItems = 0, maxItems = 10 }: FormSchema): fc.Arbitrary<unknown[]> {
  const item = likelyOrStrange(items);
  return fc.oneof(
    { weight: 20, arbitrary: fc.array(item, { minLength: minItems, maxLength: Math.min(maxItems, 3) }) },
    { weight: 1, arbitrary: item.map(one => Array.from({ length: maxItems + 1 }, () => one)) },
    { weight: 1, arbitrary: fc.constant<unknown[]>([]) },
  );
}

const anyNumber = ({ minimum = -5, maximum = 5 }: FormSchema): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: minimum, max: maximum }) },
    { weight: 1, arbitrary: fc.constantFrom(minimum - 1, maximum + 1, minimum + 0.5) },
  );

function anyText({ format, pattern, minLength = 0, maxLength = 100 }: FormSchema): fc.Arbitrary<string> {
  const known = BY_FORMAT[format ?? ''];
  if (known) return known;
  const right = pattern
    ? fc.stringMatching(new RegExp(pattern))
    : fc.string({
        unit: 'grapheme',
        minLength: Math.max(1, minLength),
        maxLength: Math.min(maxLength, minLength + 20),
      });
  const edges = [minLength - 1, minLength, maxLength, maxLength + 1].filter(length => length >= 0);
  return fc.oneof(
    { weight: 20, arbitrary: right },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...edges).map(length => 'abcdefgh'.repeat(length).slice(0, length)),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '  ', '\u00a0', 'a\0', '\ud83e', '\u{1F9E8}'.repeat(minLength)),
    },
  );
}
