import type { OpenAPI } from '@orpc/contract';
import { type ConditionalSchemaConverter, OpenAPIGenerator } from '@orpc/openapi';
import { z } from 'zod';
import { contract } from '../../../../contract/index.ts';
import { jsonSchemaOf } from '../../../../contract/jsonSchema.ts';
import { listOperations } from '../../../../contract/listOperations.ts';
import { VERSION } from '../../../../recorder/version.ts';
import { describeOperation } from './describeOperation.ts';
import { HEADERS, PARAMETERS, PROBLEM, REFUSALS } from './shared.ts';

/** The contract's schemas as every other face shows them, too. */
const converter: ConditionalSchemaConverter = {
  condition: schema => schema instanceof z.ZodType,
  convert(schema, { strategy }) {
    const type = schema as z.ZodType;
    return [!type.safeParse(undefined).success, jsonSchemaOf(type, strategy) as object];
  },
};

const DESCRIPTION = `Everything that Afterword can do. The command line, the assistants' tools and the typed client are made from the
same list.

**Who asks.** Send an API token as \`Authorization: Bearer …\`; a browser sends its session's cookie. \`x-roles\` names the
roles of which one is needed.

**Lists** answer \`items\` and \`nextCursor\`. Send that back as \`cursor\` for the next page; it is null on the last.

**Edits.** A noun's \`ETag\` begins with its \`version\`. Send it back as \`If-Match\` and an edit that was based on an older one is
refused with 412 instead of undoing somebody's work.

**Once.** Send an \`Idempotency-Key\` with a change and repeat it as often as the network asks for: it is done once.

**Refusals** are \`application/problem+json\` with one of eight codes and a \`detail\` that says what to do next.`;

/** The OpenAPI 3.1 description of everything under `/api/v1`. */
export async function buildOpenApi(): Promise<OpenAPI.Document> {
  const operations = listOperations();
  const document = await new OpenAPIGenerator({ schemaConverters: [converter] }).generate(contract, {
    info: {
      title: 'Afterword',
      version: VERSION,
      summary: 'Incidents, their evidence, and what was learned from them.',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: [...new Set(operations.map(({ words }) => words[0]))].map(name => ({ name })),
    security: [{ token: [] }, { session: [] }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, with scopes and an expiry.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'afterword.session_token',
          description: 'A browser that signed in.',
        },
      },
      schemas: { Problem: PROBLEM },
      responses: REFUSALS,
      parameters: PARAMETERS,
      headers: HEADERS,
    },
  });
  for (const operation of operations) {
    const item = document.paths![operation.path]!;
    const method = operation.method.toLowerCase() as 'get';
    Object.assign(item, { [method]: describeOperation(operation, item[method]!) });
  }
  return document;
}
