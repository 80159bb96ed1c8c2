import { type JsonSchema, jsonSchemaOf } from '../../src/contract/jsonSchema.ts';
import type { Operation } from '../../src/contract/listOperations.ts';
import { type Nouns, withIds } from '../contract/makeNouns.ts';
import { smallestInput } from '../contract/requestFor.ts';
import { MARK } from './plantSecret.ts';

/** One way to ask for an operation. */
export interface Question {
  operation: Operation;
  /** The operation, and what is asked besides the smallest. */
  what: string;
  input: Record<string, unknown>;
}

/** Words that hold, begin or nearly are what is hidden. */
const WORDS = [`${MARK}title`, MARK, `${MARK.slice(0, -1)}ttitle`, `${MARK}postmortem`];

/** Values for an optional field that could bring to light what is hidden; none for those that only sort or count. */
function valuesFor(name: string, schema: JsonSchema, nouns: Nouns): unknown[] {
  if (name === 'cursor') return [];
  const noun = /^(?:owner|actor)Id$/.test(name) ? 'people' : name.replace(/Id$/, 's');
  const id = name.endsWith('Id') ? nouns.get(noun) : undefined;
  const isList = schema.type === 'array';
  if (id) return [isList ? [id] : id];
  if (name === 'limit') return [1];
  const single = isList ? (schema.items ?? {}) : schema;
  if (single.type === 'boolean') return [true, false];
  if (single.enum) return single.enum.map(value => (isList ? [value] : value));
  if (single.type !== 'string' || single.format || single.pattern) return [];
  return WORDS.map(word => (isList ? [word] : word));
}

/**
 * All questions about some nouns: each operation with what it must have, and then with each field that it may have.
 *
 * @param nouns by id; an incident is asked for by its number as well, when that is among them
 */
export function* questionsAbout(operations: readonly Operation[], nouns: Nouns): Generator<Question> {
  for (const operation of operations) {
    const input = withIds(operation, smallestInput(operation), nouns) as Record<string, unknown> | undefined;
    const least = { operation, what: operation.name, input: input ?? {} };
    yield least;
    const { properties = {} } = operation.input ? jsonSchemaOf(operation.input, 'input') : {};
    for (const [name, schema] of Object.entries(properties)) {
      if (name in least.input) continue;
      for (const value of valuesFor(name, schema, nouns))
        yield {
          ...least,
          what: `${operation.name} ${name}=${JSON.stringify(value)}`,
          input: { ...least.input, [name]: value },
        };
    }
    const number = nouns.get('number');
    const field = Object.keys(least.input).find(name => least.input[name] === nouns.get('incidents'));
    if (number && field)
      yield { ...least, what: `${operation.name} by number`, input: { ...least.input, [field]: number } };
  }
}

/** Whether an operation is about one of some nouns: they stand in its path. */
export const isAbout = ({ path }: Operation, nouns: Nouns): boolean =>
  path.split('/').some((part, i, parts) => /^\{/.test(parts[i + 1] ?? '') && nouns.has(part));
