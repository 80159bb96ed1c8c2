import { createRouterClient } from '@orpc/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AskOperation } from '../mcp/buildMcpServer.ts';
import { VERSION } from '../recorder/version.ts';
import type { OperationRoutes } from './platform/http/operationRoutes.ts';
import { reportProblem } from './platform/http/reportProblem.ts';
import { refuse } from './platform/operations/refuse.ts';

type Ask = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>;

/**
 * Serves assistants at `/mcp`, over streamable HTTP, as the person whose API token they send. Every call goes through
 * the same pipeline as over HTTP: permission, restriction, transaction and audit are the same.
 */
export function addMcp(
  app: FastifyInstance,
  { platform, router }: Pick<OperationRoutes, 'platform' | 'router'>,
): void {
  app.all('/mcp', async (request, reply) => {
    expectOwnOrigin(request, platform.accounts.publicUrl);
    const actor = await app.whoAsks(request);
    // A browser's cookie is no credential here: any page could make the browser send it.
    if (actor.kind !== 'token') {
      refuse(
        'unauthenticated',
        'Send an API token as `Authorization: Bearer …`. Make one under Settings, Tokens.',
      );
    }
    const ask: AskOperation = async ({ words }, input, { ifMatch, signal }) => {
      request.facts.operation = words.join('.');
      const context = {
        platform,
        requestId: request.id,
        ip: request.ip,
        headers: ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` },
        actor,
        askAgain: () => app.whoAsksStill(request),
        answerHeaders: {},
      };
      const client = createRouterClient(router, { context });
      const call = words.reduce<unknown>((at, word) => (at as Record<string, unknown>)[word], client) as Ask;
      try {
        return { output: await call(input, { signal }) };
      } catch (error) {
        const problem = reportProblem(error, { log: platform.log, requestId: request.id });
        request.facts.status = problem.status;
        return { problem };
      }
    };
    // The protocol's library is large: a server that no assistant asks starts without it.
    const { answerMcp } = await import('../mcp/answerMcp.ts');
    const answer = await answerMcp(toWebRequest(request), { body: request.body, version: VERSION, ask });
    return reply
      .status(answer.status)
      .headers(Object.fromEntries(answer.headers))
      .send(answer.body ? await answer.text() : undefined);
  });
}

/** A page of somebody else's must not reach a server on this machine through its reader's browser. */
function expectOwnOrigin({ headers: { origin } }: FastifyRequest, publicUrl: string): void {
  if (origin === undefined || origin === new URL(publicUrl).origin) return;
  refuse('forbidden', 'This is for programs and for pages of this server, not for pages from elsewhere.');
}

function toWebRequest({ method, url, host, headers }: FastifyRequest): Request {
  const plain = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || name.startsWith(':') ? [] : [[name, String(value)]],
  );
  return new Request(new URL(url, `http://${host}`), { method, headers: plain });
}
