import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test('fields that an operation does not know are kept nowhere, whatever they hold', async () => {
  const owner = await server.as({ roles: ['owner'] });
  const { status, body } = await owner.send('POST', '/services', {
    body: { name: 'checkout', tier: 1, password: 'correct horse', links: [] },
  });
  expect(status).toBe(201);
  expect(body).not.toHaveProperty('password');
  const { rows } = await server.pool.query<{ all: string }>(
    'select to_jsonb(audit_event)::text as all from audit_event',
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]!.all).toContain('checkout');
  expect(rows[0]!.all).not.toContain('correct horse');
});
