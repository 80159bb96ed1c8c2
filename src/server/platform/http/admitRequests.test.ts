import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { admitRequests } from './admitRequests.ts';
import { observeRequests, type SeenRequest } from './observeRequests.ts';
import { toProblem } from './problem.ts';

const lines: object[] = [];
const log = { info: (line: object) => lines.push(line), debug: () => undefined };

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

/** More requests than one process takes at once. */
const CROWD = 510;

/** A server whose `/wait` answers when it is told to; who asks is in a header. */
async function start(perMinute: number) {
  const seen: SeenRequest[] = [];
  const gate = Promise.withResolvers<void>();
  app = fastify();
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request.id);
    return reply.status(problem.status).send(problem);
  });
  observeRequests(app, { log: log as never, observe: request => seen.push(request) });
  const admit = await admitRequests(app, perMinute);
  app.get('/now', async request => {
    const who = request.headers['x-who'];
    if (who) request.facts.actorId = String(who);
    await admit(request);
    return 'done';
  });
  const crowd = Promise.withResolvers<void>();
  let waiting = 0;
  app.get('/wait', async () => {
    if (++waiting === CROWD) crowd.resolve();
    await gate.promise;
    return 'done';
  });
  return { app, seen, open: gate.resolve, crowded: crowd.promise };
}

test('each account has its own number of requests, and so has each address without one', async () => {
  const { app } = await start(3);
  const ask = async (who: string) =>
    (await app.inject({ url: '/now', headers: { 'x-who': who } })).statusCode;
  for (let n = 0; n < 3; n++) expect([await ask('ada'), await ask('')]).toEqual([200, 200]);
  expect(await ask('ada')).toBe(429);
  expect(await ask('')).toBe(429);
  expect(await ask('bob')).toBe(200);
  const refused = await app.inject({ url: '/now', headers: { 'x-who': 'ada' } });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
});

test('a server with too much to do says so at once, and goes on afterwards', async () => {
  const { app, open, crowded } = await start(0);
  const waiting = Promise.all(Array.from({ length: CROWD }, () => app.inject('/wait')));
  await crowded;
  const refused = await app.inject('/now');
  expect(refused.statusCode).toBe(503);
  expect(refused.headers['retry-after']).toBe('1');
  expect(refused.json()).toMatchObject({ code: 'unavailable' });
  open();
  await waiting;
  expect((await app.inject('/now')).statusCode).toBe(200);
});

test('a request is seen by its route, never by what was asked', async () => {
  const { app, seen } = await start(0);
  await app.inject('/now?password=hunter2');
  await app.inject('/nowhere/hunter2');
  expect(seen.map(({ operation, status }) => [operation, status])).toEqual([
    ['/now', 200],
    ['none', 404],
  ]);
  expect(JSON.stringify(lines)).not.toContain('hunter2');
});

test('a machine that is slow is no reason to refuse the few who ask', async () => {
  const { app } = await start(0);
  const turns = async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise(resolve => setTimeout(resolve, 25));
  };
  await turns();
  // Nothing else runs in this process meanwhile: the event loop is late by all of it.
  for (const until = performance.now() + 4_000; performance.now() < until; );
  await turns();
  expect((await app.inject('/now')).statusCode).toBe(200);
});
