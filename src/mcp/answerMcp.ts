import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { type AskOperation, buildMcpServer } from './buildMcpServer.ts';

/**
 * Answers one request of an MCP client over streamable HTTP. Nothing is kept between requests, so that any server
 * process can answer any of them.
 *
 * @param body the request's JSON, parsed already
 */
export async function answerMcp(
  request: Request,
  { body, version, ask }: { body: unknown; version: string; ask: AskOperation },
): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const mcp = buildMcpServer({ version, ask });
  await mcp.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await mcp.close();
  }
}
