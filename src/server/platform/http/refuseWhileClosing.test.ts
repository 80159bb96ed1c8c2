import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { startTestServer } from '../../../../test/harness/server.ts';

const ASK = 'GET /api/v1/services HTTP/1.1\r\nhost: afterword.test\r\n\r\n';

test('who asks on an open connection while the server stops is told so like everybody who is refused', async () => {
  const server = await startTestServer();
  const { app } = server;
  const gate = Promise.withResolvers<void>();
  // A stop that takes its time, as one with requests under way does.
  app.addHook('preClose', () => gate.promise);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const hear = async (): Promise<string> => {
    socket.write(ASK);
    return String((await once(socket, 'data'))[0]);
  };
  expect(await hear()).toMatch('HTTP/1.1 401');

  const closing = app.close();
  await new Promise(setImmediate);
  const [head, body] = (await hear()).split('\r\n\r\n');
  expect(head).toMatch('HTTP/1.1 503');
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(head).toMatch(/retry-after: 1/i);
  expect(head).toMatch(/connection: close/i);
  expect(JSON.parse(body!)).toMatchObject({
    code: 'unavailable',
    detail: expect.stringContaining('stopping'),
  });

  gate.resolve();
  await closing;
  await server.close();
});
