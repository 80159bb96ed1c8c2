import type { OpenAPI } from '@orpc/contract';
import { ERRORS, type ErrorCode } from '../../../../contract/errors.ts';

export type RefusalCode = ErrorCode | 'internal';

/** Status and title of every code that a failed request may carry. */
export const FAILURES: Record<RefusalCode, { status: number; title: string }> = {
  ...ERRORS,
  internal: { status: 500, title: 'Something broke' },
};

/** The body of every failed request, as `contract/errors.ts` has it. */
export const PROBLEM: OpenAPI.SchemaObject = {
  type: 'object',
  description: 'RFC 9457: what is wrong, and what to do next.',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', examples: ['urn:afterword:error:not_found'] },
    title: { type: 'string' },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', enum: Object.keys(FAILURES) },
    detail: { type: 'string', description: 'what is wrong here, and what to do next' },
    instance: { type: 'string', description: 'the id of the request, as the log has it' },
    issues: {
      type: 'array',
      description: 'where in the input, for `invalid`',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string', examples: ['/services/0/name'] }, message: { type: 'string' } },
      },
    },
  },
};

const refusal = (code: RefusalCode, description: string): OpenAPI.ResponseObject => ({
  description,
  content: {
    'application/problem+json': {
      schema: {
        allOf: [
          { $ref: '#/components/schemas/Problem' },
          { type: 'object', properties: { code: { const: code } } },
        ],
      },
    },
  },
});

/** One answer for each code, one for an outdated `If-Match`, and one for a question that does not fit into an address. */
export const REFUSALS: Record<string, OpenAPI.ResponseObject> = {
  ...Object.fromEntries(
    Object.entries(FAILURES).map(([code, { title }]) => [code, refusal(code as RefusalCode, `${title}.`)]),
  ),
  overlong: refusal('too_large', 'Address and headers together are too long.'),
  outdated: refusal('conflict', 'Somebody changed it since the version in `If-Match`.'),
};

export const PARAMETERS: Record<string, OpenAPI.ParameterObject> = {
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'ETag of the version that the change is based on; refused with 412 when it is another by now',
    schema: { type: 'string' },
    example: '"3"',
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'ETag of what one has already; answered by 304 when it is still that',
    schema: { type: 'string' },
    example: '"3"',
  },
  idempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'a text of one’s own choice: a change that is repeated with it within a day is done once',
    schema: { type: 'string', minLength: 1, maxLength: 200 },
  },
};

export const HEADERS: Record<string, OpenAPI.HeaderObject> = {
  etag: {
    description: 'begins with the version; for `If-Match`, and that of a read for `If-None-Match`',
    schema: { type: 'string' },
    example: '"3"',
  },
  replayed: {
    description: 'the answer is that of an earlier request with the same `Idempotency-Key`',
    schema: { type: 'string', enum: ['true'] },
  },
};
