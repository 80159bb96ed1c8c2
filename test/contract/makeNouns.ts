import { listOperations, type Operation } from '../../src/contract/listOperations.ts';
import type { TestPerson } from '../harness/server.ts';
import { requestFor, smallestInput } from './requestFor.ts';

/** Ids of nouns that exist, by the word for them in paths: `services` → id. */
export type Nouns = Map<string, string>;

/** Nouns that need others which also stand at the root of the paths. */
const INNER = ['postmortems', 'actions'];

/** Makes one of every noun that can be made from required fields alone, the outer ones first. */
export async function makeNouns(person: TestPerson): Promise<Nouns> {
  const nouns: Nouns = new Map([['people', person.id]]);
  const makers = listOperations()
    .filter(({ method, output, isStream }) => method === 'POST' && output && !isStream)
    .sort(
      (a, b) =>
        a.pathFields.length - b.pathFields.length || INNER.indexOf(a.words[0]) - INNER.indexOf(b.words[0]),
    );
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

/** The input with ids of nouns that exist in the fields of its path, and in those that it must have: `incidentId`. */
export function withIds({ path, pathFields }: Operation, input: unknown, nouns: Nouns): unknown {
  if (typeof input !== 'object' || input === null) return input;
  const segments = path.split('/');
  const nounOf = (name: string): string =>
    pathFields.includes(name) ? segments[segments.indexOf(`{${name}}`) - 1]! : name.replace(/Id$/, 's');
  const ids = [...pathFields, ...Object.keys(input)].flatMap(name => {
    const id = nouns.get(nounOf(name));
    return id ? [[name, id]] : [];
  });
  return { ...input, ...Object.fromEntries(ids) };
}
