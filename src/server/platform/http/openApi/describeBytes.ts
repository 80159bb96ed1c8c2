import type { OpenAPI } from '@orpc/contract';
import { BYTES } from '../../../../contract/bytesField.ts';
import { jsonSchemaOf } from '../../../../contract/jsonSchema.ts';
import type { Operation } from '../../../../contract/listOperations.ts';

const content = (maxLength?: number): OpenAPI.ResponseObject['content'] => ({
  'application/octet-stream': {
    schema: { type: 'string', format: 'binary', ...(maxLength !== undefined && { maxLength }) },
  },
});

/** The request of an operation whose body is a file: what else it takes stands in the query. */
export function takenBytesOf({
  input,
  pathFields,
}: Operation): Required<Pick<OpenAPI.OperationObject, 'parameters' | 'requestBody'>> {
  const { properties = {}, required = [] } = jsonSchemaOf(input!, 'input');
  const inQuery = Object.entries(properties).filter(([name]) => name !== BYTES && !pathFields.includes(name));
  return {
    parameters: inQuery.map(([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      required: required.includes(name),
      ...(description && { description }),
      schema: schema as OpenAPI.SchemaObject,
    })),
    requestBody: { required: true, content: content(properties[BYTES]?.maxLength)! },
  };
}

/** What an answer that is a file holds. */
export const givenBytesContent = content();
