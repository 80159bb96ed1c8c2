import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { expect, test } from 'vitest';
import { startTestServer } from '../../../../test/harness/server.ts';
import { buildApp } from '../../buildApp.ts';
import { ANONYMOUS } from '../operations/actor.ts';

test('where nothing is, one answer is sent, and nothing goes wrong behind it', async () => {
  const server = await startTestServer();
  const errors: string[] = [];
  const log = pino(
    { level: 'error' },
    new Writable({ write: (line, _encoding, done) => done(void errors.push(String(line))) }),
  );
  const app = await buildApp({ platform: { ...server.platform, log }, authenticate: async () => ANONYMOUS });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const ask = (method: string, path: string) => fetch(`http://127.0.0.1:${port}/api/v1${path}`, { method });
  expect((await ask('GET', '/nothing')).status).toBe(404);
  const refused = await ask('PUT', '/services');
  expect(refused.status).toBe(405);
  expect(refused.headers.get('allow')).toBe('GET, HEAD, POST');
  // Whatever a second answer would break, it breaks before the connection is closed.
  await app.close();
  await server.close();
  expect(errors).toEqual([]);
});
