import { type CallOptions, createClient } from '../../client/createClient.ts';
import { contract } from '../../contract/index.ts';
import type { Operation } from '../../contract/listOperations.ts';
import type { Login } from './loginFile.ts';

type Ask = (input: unknown, options: { context: CallOptions; signal: AbortSignal }) => Promise<unknown>;

/** A way to ask a server for any operation of the contract. Answers as the contract says, or rejects with RefusedError. */
export function callerOf(login: Login, signal: AbortSignal) {
  const client = createClient(contract, { server: login.server, ...(login.token && { token: login.token }) });
  return (operation: Operation, input: unknown, context: CallOptions = {}): Promise<unknown> => {
    const ask = operation.words.reduce<unknown>(
      (at, word) => (at as Record<string, unknown>)[word],
      client,
    ) as Ask;
    return ask(input, { context, signal });
  };
}

export type Caller = ReturnType<typeof callerOf>;

interface Page {
  items: unknown[];
  nextCursor: string | null;
}

/** All pages of a list as one. */
export async function callForAll(
  call: Caller,
  operation: Operation,
  input: Record<string, unknown>,
): Promise<Page> {
  const items: unknown[] = [];
  let cursor: string | null | undefined;
  do {
    const page = (await call(operation, { limit: 200, ...input, ...(cursor && { cursor }) })) as Page;
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return { items, nextCursor: null };
}
