import { exampleOf } from '../../src/contract/exampleOf.ts';
import { jsonSchemaOf } from '../../src/contract/jsonSchema.ts';
import type { Method, Operation } from '../../src/contract/listOperations.ts';

/** A request as the test server's `inject` takes it. */
export interface BareRequest {
  method: Method;
  url: string;
  payload?: unknown;
}

/** The smallest input that an operation takes, as far as its schema says. */
export const smallestInput = ({ input }: Operation): unknown =>
  input ? exampleOf(jsonSchemaOf(input, 'input')) : undefined;

/**
 * The request for an operation with an input, however wrong that is: fields of the path in the path, the others in the
 * query of a GET and in the body of anything else. An input that is no object is the whole body.
 */
export function requestFor(operation: Operation, input: unknown = smallestInput(operation)): BareRequest {
  const { method, path, pathFields } = operation;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const fields: Record<string, unknown> = isObject ? { ...input } : {};
  let url = `/api/v1${path}`;
  for (const name of pathFields) {
    url = url.replace(new RegExp(`\\{\\+?${name}\\}`), () => encodeURIComponent(inPath(fields[name])));
    delete fields[name];
  }
  if (method === 'GET') return { method, url: `${url}?${inQuery(fields)}` };
  if (!isObject && input !== undefined) return { method, url, payload: input };
  return Object.keys(fields).length === 0 && method === 'DELETE'
    ? { method, url }
    : { method, url, payload: fields };
}

/** A path cannot hold nothing, nor half a surrogate pair. */
const inPath = (value: unknown): string => toText(value) || 'nothing';

const toText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed();

function inQuery(fields: Record<string, unknown>): string {
  const pairs = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
    Array.isArray(value)
      ? value.map((item, index) => [`${name}[${index}]`, toText(item)])
      : value === undefined
        ? []
        : [[name, toText(value)]],
  );
  return new URLSearchParams(pairs).toString();
}
