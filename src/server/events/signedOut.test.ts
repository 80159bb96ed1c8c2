import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountsServer, startAccounts, type TestBrowser } from '../../../test/harness/accounts.ts';
import { uploadFile } from '../../../test/harness/uploadFile.ts';

let accounts: AccountsServer;
let ada: TestBrowser;
let incidentId: string;
beforeAll(async () => {
  accounts = await startAccounts();
  ada = await accounts.setUp();
  await accounts.app.listen({ host: '127.0.0.1', port: 0 });
  const { client } = ada;
  ({ id: incidentId } = await client.incidents.declare({
    title: 'Payments fail',
    severity: 'sev1',
    restriction: { reason: 'customer data' },
  }));
  // Nothing reads it, so its reading waits for as long as somebody follows.
  await uploadFile(client, incidentId, { name: 'app.log', bytes: new TextEncoder().encode('began\n') });
});
afterAll(() => accounts.close());

/** Waits until a stream of server-sent events has begun; `all` is what came of it by the time that the server ended it. */
async function follow(path: string, token: string): Promise<{ all: Promise<string> }> {
  const { port } = accounts.app.server.address() as AddressInfo;
  const { body } = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, 'last-event-id': '0' },
  });
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const read = async (): Promise<string> => {
    let text = '';
    for await (const part of body!.pipeThrough(new TextDecoderStream())) {
      text += part;
      if (text.includes('data: ')) resolve();
    }
    return text;
  };
  const all = read();
  await begun;
  return { all };
}

test.each(['/events', '/incidents/:id/readings/follow'])(
  'who was signed out hears nothing more of %s',
  async path => {
    const { id, token } = await ada.client.tokens.create({ name: 'test', scopes: ['*:read'] });
    const { all } = await follow(path.replace(':id', incidentId), token!);
    await ada.client.tokens.revoke({ id });
    await ada.client.notes.add({ incidentId, body: 'after' });
    expect(await all).not.toContain('notes.add');
  },
);
