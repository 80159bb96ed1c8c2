import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '../../test/harness/server.ts';
import { listOperations } from '../contract/listOperations.ts';
import { listTools } from './listTools.ts';

let server: TestServer;
let address: string;
let keeper: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
  keeper = await server.as({ roles: ['owner'] });
  await keeper.client.services.add({ name: 'checkout', tier: 1 });
});
afterAll(() => server.close());

const overHttp = (token: string): Transport =>
  new StreamableHTTPClientTransport(new URL('/mcp', address), {
    requestInit: { headers: { authorization: `Bearer ${token}` } },
  }) as Transport;

const overStdio = (token: string): Transport =>
  new StdioClientTransport({
    command: process.execPath,
    args: [new URL('../cli/main.ts', import.meta.url).pathname, 'mcp'],
    env: { AFTERWORD_SERVER: address, AFTERWORD_TOKEN: token, AFTERWORD_LOGIN_FILE: '/nowhere' },
    stderr: 'inherit',
  });

async function withClient<T>(transport: Transport, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

test('schemas are said in words that every client knows', () => {
  for (const [name, { tool }] of listTools()) {
    const text = JSON.stringify(tool);
    for (const word of ['"prefixItems"', '"items":false', '"$ref"', '"unevaluated', '"dependent'])
      expect(text.includes(word), `${name}: ${word}`).toBe(false);
  }
});

describe.each([
  ['streamable HTTP', overHttp],
  ['stdio', overStdio],
])('over %s', (_, transportFor) => {
  test('offers the operations that say so, with schemas and hints', () =>
    withClient(transportFor(keeper.token()), async client => {
      const { tools } = await client.listTools();
      expect(tools).toHaveLength(
        listOperations().filter(({ isTool, isStream }) => isTool && !isStream).length,
      );
      const list = tools.find(({ name }) => name === 'services_list')!;
      expect(list.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(list.inputSchema.properties).toHaveProperty('tier');
      expect(list.outputSchema?.properties).toHaveProperty('nextCursor');
    }));

  test('answers as HTTP does, structured, and fitting the schema that it gave', () =>
    withClient(transportFor(keeper.token()), async client => {
      await client.listTools();
      const { structuredContent, isError } = await client.callTool({
        name: 'services_list',
        arguments: { tier: 1 },
      });
      expect(isError).toBeFalsy();
      expect(structuredContent).toEqual(
        JSON.parse(JSON.stringify(await keeper.client.services.list({ tier: 1 }))),
      );
    }));

  test('finds, and marks what it found', () =>
    withClient(transportFor(keeper.token()), async client => {
      await keeper.client.incidents.declare({ title: 'Payment timeouts', severity: 'sev2' });
      await client.listTools();
      const { structuredContent } = await client.callTool({
        name: 'search_find',
        arguments: { text: 'payment' },
      });
      expect(JSON.stringify(structuredContent)).toContain('"marks":[[0,7]]');
    }));

  test('refuses what the token may not, with the next step', () =>
    withClient(transportFor(keeper.token(['incidents:read'])), async client => {
      const { isError, content } = await client.callTool({ name: 'services_list', arguments: {} });
      expect(isError).toBe(true);
      const problem = JSON.parse((content as { text: string }[])[0]!.text);
      expect(problem).toMatchObject({ code: 'forbidden', status: 403 });
      expect(problem.detail).toContain('services:read');
    }));

  test('refuses an input that does not fit', () =>
    withClient(transportFor(keeper.token()), async client => {
      const { isError, content } = await client.callTool({
        name: 'services_list',
        arguments: { tier: 'high' },
      });
      expect(isError).toBe(true);
      expect(JSON.parse((content as { text: string }[])[0]!.text).code).toBe('invalid');
    }));

  test('says that there is no such tool', () =>
    withClient(transportFor(keeper.token()), async client => {
      await expect(client.callTool({ name: 'services_explode', arguments: {} })).rejects.toThrow('no tool');
    }));
});

describe('the door', () => {
  const knock = (headers: Record<string, string>, method: 'GET' | 'POST' = 'POST') =>
    server.app.inject({
      method,
      url: '/mcp',
      headers: { accept: 'application/json, text/event-stream', ...headers },
      ...(method === 'POST' && { payload: { jsonrpc: '2.0', id: 1, method: 'tools/list' } }),
    });

  test('asks for a token, and takes no cookie or anything else for one', async () => {
    expect(await knock({})).toMatchObject({
      statusCode: 401,
      headers: { 'www-authenticate': 'Bearer realm="Afterword"' },
    });
    expect((await knock({ 'x-test-person': keeper.id })).statusCode).toBe(401);
    expect((await knock({ authorization: `Bearer ${randomUUID()} *:*` })).statusCode).toBe(401);
    expect((await knock({ authorization: `Bearer ${keeper.token()}` })).statusCode).toBe(200);
  });

  test('is closed to pages from elsewhere', async () => {
    const authorization = `Bearer ${keeper.token()}`;
    expect((await knock({ authorization, origin: 'https://elsewhere.example' })).statusCode).toBe(403);
    expect((await knock({ authorization, origin: 'null' })).statusCode).toBe(403);
    expect((await knock({ authorization, origin: 'http://afterword.test' })).statusCode).toBe(200);
  });

  test('keeps no session', async () => {
    const { headers } = await knock({ authorization: `Bearer ${keeper.token()}` });
    expect(headers).not.toHaveProperty('mcp-session-id');
  });
});
