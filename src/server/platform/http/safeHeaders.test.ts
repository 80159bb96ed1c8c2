import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../../../test/harness/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

test.each([
  ['GET', '/api/v1/setup', 200],
  ['GET', '/api/v1/me', 401],
  ['GET', '/api/v1/nowhere', 404],
  ['GET', '/api/v1/openapi.json', 200],
  ['GET', '/reference', 200],
  ['GET', '/%zz', 422],
  ['POST', '/api/v1/setup', 422],
] as const)('%s %s, answered with %i, keeps a browser from harm', async (method, url, status) => {
  const { statusCode, headers } = await server.app.inject({ method, url });
  expect(statusCode).toBe(status);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  });
  for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(headers['content-security-policy']).toContain(part);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('answers of operations are kept by nobody, and are no page', async () => {
  const person = await server.as({ roles: ['viewer'] });
  const { headers } = await person.send('GET', '/me');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'content-type': expect.stringMatching(/^application\/json/),
  });
  expect(headers['content-security-policy']).toContain('sandbox');
});

test.each(['TRACE', 'PROPFIND'] as const)('%s is answered with nothing of the request', async method => {
  const { statusCode, body } = await server.app.inject({
    method: method as 'GET',
    url: '/',
    headers: { cookie: 'afterword.session_token=abc' },
  });
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(body).not.toContain('abc');
});
