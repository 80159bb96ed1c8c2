import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import type { Problem } from '../contract/errors.ts';
import type { Operation } from '../contract/listOperations.ts';
import { EXPECTED_VERSION, listTools } from './listTools.ts';

/** What an operation answered, or why it was refused. */
export type ToolAnswer = { output: unknown } | { problem: Problem };

/** Asks for an operation as the person whose token the assistant has. Permission is decided behind it. */
export type AskOperation = (
  operation: Operation,
  input: Record<string, unknown>,
  options: { ifMatch: number | undefined; signal: AbortSignal },
) => Promise<ToolAnswer>;

const INSTRUCTIONS = `Afterword holds an organisation's incidents, their evidence, postmortems and actions. You act as the person whose
token you were given: what they may not see is not there. Lists come in pages: send nextCursor back as cursor. A refusal
says what to do next. Before you change something, read it, and send its version as expectedVersion.`;

/** An MCP server whose tools are the contract's operations; it is connected to a transport by the caller. */
export function buildMcpServer({ version, ask }: { version: string; ask: AskOperation }): McpServer {
  const mcp = new McpServer(
    { name: 'afterword', title: 'Afterword', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  // The tools' schemas are JSON Schema already and the operations check their input, so the plain handlers do.
  mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: Array.from(listTools().values(), ({ tool }) => tool),
  }));
  mcp.server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const found = listTools().get(params.name);
    if (!found)
      throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}; list them again.`);
    const { [EXPECTED_VERSION]: expected, ...input } = params.arguments ?? {};
    const ifMatch = typeof expected === 'number' ? expected : undefined;
    return toResult(
      await ask(found.operation, input, { ifMatch, signal }),
      found.tool.outputSchema !== undefined,
    );
  });
  return mcp;
}

function toResult(answer: ToolAnswer, isStructured: boolean): CallToolResult {
  if ('problem' in answer)
    return { isError: true, content: [{ type: 'text', text: JSON.stringify(answer.problem) }] };
  const text = answer.output === undefined ? 'Done.' : JSON.stringify(answer.output);
  return {
    content: [{ type: 'text', text }],
    ...(isStructured && { structuredContent: answer.output as Record<string, unknown> }),
  };
}
