import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { honoursIfMatch } from '../contract/honoursIfMatch.ts';
import { type JsonSchema, jsonSchemaOf } from '../contract/jsonSchema.ts';
import { listOperations, type Method, type Operation } from '../contract/listOperations.ts';

/** An operation as an assistant sees it. */
export interface OperationTool {
  operation: Operation;
  tool: Tool;
}

/** Field that is added to edits: what HTTP says by `If-Match`. */
export const EXPECTED_VERSION = 'expectedVersion';

/** What a method may do to what is there already; GET reads. */
const HINTS: Record<Method, { destructiveHint: boolean; idempotentHint: boolean }> = {
  GET: { destructiveHint: false, idempotentHint: true },
  POST: { destructiveHint: false, idempotentHint: false },
  PUT: { destructiveHint: true, idempotentHint: true },
  PATCH: { destructiveHint: true, idempotentHint: true },
  DELETE: { destructiveHint: true, idempotentHint: true },
};

let made: ReadonlyMap<string, OperationTool> | undefined;

/** The operations that the contract offers to assistants, by their tool's name: `incidents_list`. */
export function listTools(): ReadonlyMap<string, OperationTool> {
  made ??= new Map(
    listOperations()
      .filter(({ isTool, isStream }) => isTool && !isStream)
      .map(operation => [toolName(operation), { operation, tool: toTool(operation) }]),
  );
  return made;
}

/** Clients take letters, digits, `_` and `-` only. */
const toolName = ({ words }: Operation): string =>
  words.join('_').replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);

function toTool(operation: Operation): Tool {
  const { input, output, method, effect, summary } = operation;
  const answer = output && jsonSchemaOf(output, 'output');
  return {
    name: toolName(operation),
    title: summary.replace(/\.$/, ''),
    description: summary,
    inputSchema: takes(operation, input ? jsonSchemaOf(input, 'input') : {}),
    ...(answer?.type === 'object' && { outputSchema: answer as Tool['outputSchema'] }),
    annotations: { readOnlyHint: effect === 'read', openWorldHint: false, ...HINTS[method] },
  };
}

function takes(operation: Operation, schema: JsonSchema): Tool['inputSchema'] {
  const properties = {
    ...schema.properties,
    ...(honoursIfMatch(operation) && {
      [EXPECTED_VERSION]: {
        type: 'integer',
        minimum: 1,
        description: 'version that the change is based on: refused when it is another by now',
      },
    }),
  };
  return { ...schema, type: 'object', properties } as Tool['inputSchema'];
}
