import type { AddressInfo } from 'node:net';
import { commandFieldsOf } from '../../src/contract/commandFields.ts';
import { commandWord, featureWord } from '../../src/contract/commandWord.ts';
import type { Operation } from '../../src/contract/listOperations.ts';
import { requestFor } from '../contract/requestFor.ts';
import { cli } from '../harness/cli.ts';
import type { TestPerson } from '../harness/server.ts';
import type { Planted } from './plantSecret.ts';
import type { Question } from './questions.ts';

/** All that comes back, status and body, as one text. */
export type Face = (planted: Planted, person: TestPerson, question: Question) => Promise<string>;

const overHttp: Face = async ({ server }, person, { operation, input }) => {
  const { method, url } = requestFor(operation, input);
  const { statusCode, headers, rawPayload } = await server.app.inject({
    method,
    url,
    headers: { 'x-test-person': person.id },
  });
  return `${statusCode} ${headers['content-type']} ${rawPayload.toString('latin1')}`;
};

const overMcp: Face = async ({ server }, person, { operation, input }) => {
  const { statusCode, body } = await server.app.inject({
    method: 'POST',
    url: '/mcp',
    headers: {
      authorization: `Bearer ${person.token()}`,
      accept: 'application/json, text/event-stream',
    },
    payload: {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: operation.words.join('_'), arguments: input },
    },
  });
  return `${statusCode} ${body}`;
};

function argumentsOf(operation: Operation, input: Record<string, unknown>): string[] {
  return commandFieldsOf(operation).flatMap(({ path, flag, isPositional }) => {
    const value = path.reduce<unknown>(
      (at, part) => (at as Record<string, unknown> | undefined)?.[part],
      input,
    );
    if (value === undefined) return [];
    if (isPositional) return [String(value)];
    if (typeof value === 'boolean') return [value ? `--${flag}` : `--no-${flag}`];
    return [value].flat().flatMap(each => [`--${flag}`, String(each)]);
  });
}

const onCommandLine: Face = async ({ server }, person, { operation, input }) => {
  if (!server.app.server.listening) await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  const args = [featureWord(operation), commandWord(operation), ...argumentsOf(operation, input), '--json'];
  const { exitCode, stdout, stderr } = await cli(args, {
    keyFile: '/nowhere',
    environment: { AFTERWORD_SERVER: `http://127.0.0.1:${port}`, AFTERWORD_TOKEN: person.token() },
  });
  return `${exitCode} ${stdout} ${stderr}`;
};

/** A way to ask, and what is asked so. */
interface Asking {
  ask: Face;
  takes(operation: Operation): boolean;
  /** Of commands, which only pass fields on, each is asked for once. */
  asks(question: Question): boolean;
}

export const FACES: Readonly<Record<string, Asking>> = {
  HTTP: { ask: overHttp, takes: ({ isStream }) => !isStream, asks: () => true },
  MCP: { ask: overMcp, takes: ({ isTool, isStream }) => isTool && !isStream, asks: () => true },
  'the command line': {
    ask: onCommandLine,
    takes: ({ isStream, fileType }) => !isStream && !fileType,
    asks: ({ operation, what }) => what === operation.name,
  },
};
