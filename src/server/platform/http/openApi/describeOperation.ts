import type { OpenAPI } from '@orpc/contract';
import { BYTES } from '../../../../contract/bytesField.ts';
import { honoursIfMatch } from '../../../../contract/honoursIfMatch.ts';
import { jsonSchemaOf } from '../../../../contract/jsonSchema.ts';
import type { Operation } from '../../../../contract/listOperations.ts';
import { FAILURES, type RefusalCode } from './shared.ts';

type Described = OpenAPI.OperationObject<Record<`x-${string}`, unknown>>;
type When = (operation: Operation) => boolean;

const REFUSED_WHEN: Record<RefusalCode, When> = {
  invalid: ({ input }) => input !== undefined,
  unauthenticated: ({ may }) => may !== 'anyone',
  forbidden: ({ may }) => may !== 'anyone',
  not_found: refersToSomething,
  conflict: ({ effect }) => effect === 'change',
  too_large: ({ effect }) => effect === 'change',
  rate_limited: () => true,
  unavailable: () => true,
  internal: () => true,
};

/** Headers that a caller may send, by their name among the components. */
const TAKEN_WHEN: Record<string, When> = {
  ifMatch: honoursIfMatch,
  ifNoneMatch: ({ effect, isVersioned }) => effect === 'read' && isVersioned,
  idempotencyKey: ({ effect }) => effect === 'change',
};

const ANSWERED_WHEN: Record<string, readonly [header: string, When]> = {
  etag: ['ETag', ({ isVersioned }) => isVersioned],
  replayed: ['Idempotent-Replayed', ({ effect }) => effect === 'change'],
};

/** In its path, or by a field such as `incidentId`. */
function refersToSomething({ pathFields, input }: Operation): boolean {
  const fields = input ? Object.keys(jsonSchemaOf(input, 'input').properties ?? {}) : [];
  return pathFields.length > 0 || fields.some(name => /(?:Id|Ids)$/.test(name));
}

const named = <T>(table: Record<string, T>, holds: (entry: T) => boolean): string[] =>
  Object.keys(table).filter(name => holds(table[name]!));

const ref = (kind: string, name: string): OpenAPI.ReferenceObject => ({
  $ref: `#/components/${kind}/${name}`,
});

/** Adds to an operation what follows from the contract's own words: who may, headers, refusals, pages. */
export function describeOperation(operation: Operation, described: OpenAPI.OperationObject): Described {
  const { words, may, effect, isTool, isList } = operation;
  const headers = named(TAKEN_WHEN, when => when(operation));
  return {
    ...described,
    tags: [words[0]],
    ...(may === 'anyone' && { security: [] }),
    'x-roles': may === 'anyone' || may === 'account' ? may : [...may],
    'x-effect': effect,
    'x-tool': isTool,
    ...(isList && { 'x-pagination': { cursor: 'cursor', next: 'nextCursor', items: 'items' } }),
    parameters: [
      ...(described.parameters ?? []).map(plainParameter),
      ...queryBesideBytes(operation),
      ...headers.map(name => ref('parameters', name)),
    ],
    ...(operation.takesBytes && { requestBody: BYTES_BODY }),
    responses: { ...succeeded(operation, described), ...refused(operation) },
  };
}

const BYTES_BODY: OpenAPI.RequestBodyObject = {
  required: true,
  content: { 'application/octet-stream': {} },
};

/** What stands in the query of an operation whose body is bytes. */
function queryBesideBytes({ takesBytes, input, pathFields }: Operation): OpenAPI.ParameterObject[] {
  if (!takesBytes || !input) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(input, 'input');
  return Object.entries(properties)
    .filter(([name]) => name !== BYTES && !pathFields.includes(name))
    .map(([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      ...(description && { description }),
      schema: schema as object,
    }));
}

/** Nothing here may be empty or hold reserved characters unescaped, whatever the generator allows by default. */
function plainParameter(parameter: OpenAPI.ParameterObject | OpenAPI.ReferenceObject) {
  if ('$ref' in parameter) return parameter;
  const { allowEmptyValue: _, allowReserved: __, schema, ...rest } = parameter;
  const { description, ...plain } = (schema ?? {}) as { description?: string };
  return { ...rest, ...(description && { description }), schema: plain };
}

function succeeded(operation: Operation, { responses }: OpenAPI.OperationObject): OpenAPI.ResponsesObject {
  const { successStatus, output, effect, isVersioned } = operation;
  const headers = named(ANSWERED_WHEN, ([, when]) => when(operation));
  const { content, ...bare } = (responses?.[successStatus] ?? {}) as OpenAPI.ResponseObject;
  return {
    [successStatus]: {
      ...bare,
      ...(output && { content: describeContent(operation, content ?? {}) }),
      description: output ? 'Done.' : 'Done; there is nothing to say.',
      ...(headers.length > 0 && {
        headers: Object.fromEntries(headers.map(name => [ANSWERED_WHEN[name]![0], ref('headers', name)])),
      }),
    },
    ...(effect === 'read' &&
      isVersioned && { 304: { description: 'It is still what `If-None-Match` says.' } }),
  };
}

type Content = Record<string, OpenAPI.MediaTypeObject>;
const EVENTS = 'text/event-stream';

function describeContent({ fileType, isStream }: Operation, content: Content): Content {
  if (fileType) return { [fileType]: {} };
  return isStream
    ? { [EVENTS]: { schema: withDataAsText(content[EVENTS]!.schema as EventSchema) } }
    : content;
}

interface EventSchema {
  oneOf: { properties: Record<string, unknown> }[];
}

/** What an event carries is JSON, written as the text of its `data`. */
const withDataAsText = ({ oneOf }: EventSchema): object => ({
  oneOf: oneOf.map(({ properties: { data, ...others }, ...event }) => ({
    ...event,
    properties: {
      ...others,
      ...(data !== undefined && {
        data: { type: 'string', contentMediaType: 'application/json', contentSchema: data },
      }),
    },
  })),
});

function refused(operation: Operation): OpenAPI.ResponsesObject {
  const codes = named(REFUSED_WHEN, when => when(operation)) as RefusalCode[];
  return {
    ...Object.fromEntries(codes.map(code => [FAILURES[code].status, ref('responses', code)])),
    ...(honoursIfMatch(operation) && { 412: ref('responses', 'outdated') }),
    ...(operation.effect === 'read' && { 431: ref('responses', 'overlong') }),
  };
}
