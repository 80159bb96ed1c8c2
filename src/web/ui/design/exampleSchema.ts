import type { FormSchema } from '../../../contract/formSchema.ts';

const text = (maxLength: number): FormSchema => ({
  type: 'string',
  maxLength,
  rules: ['keepable', 'visible'],
});

/** An operation that asks for one field of every kind. */
export const EXAMPLE_SCHEMA: FormSchema = {
  type: 'object',
  required: ['line', 'email', 'number', 'choice', 'checks'],
  properties: {
    line: text(40),
    email: { type: 'string', format: 'email', pattern: '^\\S+@\\S+\\.\\w+$' },
    number: { type: 'integer', minimum: 1, maximum: 99 },
    choice: { type: 'string', enum: ['one', 'other'] },
    day: { type: ['string', 'null'], format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
    instant: { type: ['string', 'null'], format: 'date-time' },
    secret: { type: 'string', minLength: 12, writeOnly: true },
    prose: { type: 'string', maxLength: 2_000, default: '' },
    checks: { type: 'array', minItems: 1, items: { type: 'string', enum: ['one', 'other'] } },
    chips: {
      type: 'array',
      default: [],
      items: { type: 'string', enum: 'abcdefghi'.split('') },
    },
    lines: { type: 'array', default: [], items: text(20) },
    switch: { type: 'boolean', default: false },
    group: { type: 'object', required: ['line'], properties: { line: text(40) } },
    items: {
      type: 'array',
      default: [],
      maxItems: 3,
      items: {
        type: 'object',
        required: ['line'],
        properties: { line: text(40), switch: { type: 'boolean' } },
      },
    },
  },
};

/** What breaks every rule that it can. */
export const WRONG_VALUES = {
  line: 'A title that goes on for longer than there is any room for',
  email: 'ada@nowhere',
  number: 4_000,
  day: '2026-02-31x',
  secret: 'short',
  checks: [],
  lines: ['fits', 'a line that does not fit into it'],
  items: [{ line: 'Right', switch: true }, { line: ' ' }],
};
