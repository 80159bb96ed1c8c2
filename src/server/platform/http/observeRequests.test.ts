import fastify from 'fastify';
import pino from 'pino';
import { expect, test } from 'vitest';
import { observeRequests } from './observeRequests.ts';

async function linesOf(status: number): Promise<Record<string, unknown>[]> {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: line => void lines.push(JSON.parse(line)) });
  const app = fastify();
  observeRequests(app, { log, observe: undefined });
  app.get('/thing', (_request, reply) => reply.status(status).send());
  await app.inject({ url: '/thing?token=abc\nforged', remoteAddress: '203.0.113.9' });
  await app.close();
  return lines;
}

test.each([401, 403, 429])(
  'the line of a request that was refused with %i says from where it came',
  async status => {
    expect(await linesOf(status)).toMatchObject([{ status, operation: '/thing', address: '203.0.113.9' }]);
  },
);

test.each([200, 404, 422])('that of one answered with %i does not; neither holds the query', async status => {
  const lines = await linesOf(status);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toHaveProperty('address');
  expect(JSON.stringify(lines)).not.toMatch(/abc|forged/);
});
