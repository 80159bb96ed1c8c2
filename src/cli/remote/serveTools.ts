import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { RefusedError } from '../../client/refusedError.ts';
import { type AskOperation, buildMcpServer } from '../../mcp/buildMcpServer.ts';
import { VERSION } from '../../recorder/version.ts';
import { EXIT } from '../exit.ts';
import type { World } from '../world.ts';
import { type Caller, callerOf } from './callOperation.ts';
import { findLogin } from './loginFile.ts';

/** `afterword mcp`: serves the tools until the assistant closes standard input, or Ctrl-C. */
export async function serveTools(world: World, { server }: { server?: string }): Promise<number> {
  const call = callerOf(await findLogin(world, server), world.signal);
  const mcp = buildMcpServer({ version: VERSION, ask: askThrough(call) });
  const closed = Promise.race([once(world.stdin, 'end'), once(world.stdin, 'close'), aborted(world.signal)]);
  await mcp.connect(new StdioServerTransport(world.stdin, world.stdout));
  await closed;
  await mcp.close();
  return EXIT.done;
}

const aborted = (signal: AbortSignal): Promise<unknown> =>
  signal.aborted ? Promise.resolve() : once(signal, 'abort');

const askThrough =
  (call: Caller): AskOperation =>
  async (operation, input, { ifMatch }) => {
    try {
      return { output: await call(operation, input, ifMatch === undefined ? {} : { ifMatch }) };
    } catch (error) {
      if (error instanceof RefusedError) return { problem: error.problem };
      throw error;
    }
  };
