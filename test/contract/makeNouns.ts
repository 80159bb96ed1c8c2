import { listOperations, type Operation } from '../../src/contract/listOperations.ts';
import type { TestPerson } from '../harness/server.ts';
import { requestFor, smallestInput } from './requestFor.ts';

/** Ids of nouns that exist, by the word for them in paths: `services` → id. */
export type Nouns = Map<string, string>;

/** Makes one of every noun that can be made from required fields alone, the outer ones first. */
export async function makeNouns(person: TestPerson): Promise<Nouns> {
  const nouns: Nouns = new Map([['people', person.id]]);
  const makers = listOperations()
    .filter(({ method, output, isStream }) => method === 'POST' && output && !isStream)
    .sort((a, b) => a.pathFields.length - b.pathFields.length);
  for (const operation of makers) {
    const { method, url, payload } = requestFor(
      operation,
      withIds(operation, smallestInput(operation), nouns),
    );
    const { status, body } = await person.send(method, url.replace('/api/v1', ''), { body: payload });
    const noun = operation.path.split('/').at(-1)!;
    if (status === 201 && typeof body.id === 'string' && !nouns.has(noun)) nouns.set(noun, body.id);
  }
  return nouns;
}

/** The input with ids of nouns that exist in the fields of its path. */
export function withIds({ path, pathFields }: Operation, input: unknown, nouns: Nouns): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const segments = path.split('/');
  const ids = pathFields.flatMap(name => {
    const id = nouns.get(segments[segments.indexOf(`{${name}}`) - 1]!);
    return id ? [[name, id]] : [];
  });
  return { ...input, ...Object.fromEntries(ids) };
}
